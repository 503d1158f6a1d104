# syntax=docker/dockerfile:1
FROM python:3.12-slim AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
WORKDIR /srv/linli
RUN python -m venv /srv/venv
COPY pyproject.toml constraints.txt README.md LICENSE alembic.ini ./
COPY app app
COPY migrations migrations
RUN /srv/venv/bin/pip install --constraint constraints.txt --editable .

FROM python:3.12-slim
ENV PATH=/srv/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 LINLI_HOST=0.0.0.0
COPY --from=build /srv/venv /srv/venv
COPY --from=build /srv/linli /srv/linli
WORKDIR /srv/linli
USER 10001
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=15s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=2)"]
ENTRYPOINT ["linli"]
CMD ["serve"]
