"""A WeChat over real HTTP on loopback, for the demo and for tests."""

from app.integrations.wechat.simulator.run import serving

__all__ = ["serving"]
