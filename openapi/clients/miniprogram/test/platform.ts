/// <reference types="miniprogram-api-typings" />
// The real platform fits what the client uses of it: compiled, never run.
import type { Wx } from "../dist/linli";

const platform: Wx = wx;
export default platform;
