// The one page of the mini-program. What it sends on is made of fixed words and a fixed picture: without one WeChat would
// take a picture of the screen, figures and all.

import { shareCard, systemLook } from "./core.js";
import { told } from "./host/told.js";

const card = () => ({
  ...shareCard(systemLook(told()).language),
  imageUrl: "/pages/index/card.png",
});

Page({
  onShareAppMessage: () => ({ ...card(), path: "/pages/index/index" }),
  onShareTimeline: () => card(),
});
