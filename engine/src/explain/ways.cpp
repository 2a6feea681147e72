#include "explain/explanation.h"

namespace aidcheck {
namespace {

bool same(const Words& a, const Words& b) { return a.zh == b.zh; }

// Two ways of a visit tell the same step with other figures.
bool same(const Step& a, const Step& b) {
  return a.op == b.op && same(a.label, b.label) && a.field == b.field && a.at == b.at &&
         a.parameter == b.parameter && same(a.band, b.band) && a.pool == b.pool && a.from == b.from &&
         a.reason == b.reason;
}

void join(std::optional<Hull>& all, const std::optional<Hull>& other) {
  if (all && other) {
    all->cover(*other);
  } else if (other) {
    all = other;
  }
}

void join(Step& all, const Step& other) {
  join(all.amount, other.amount);
  join(all.so_far, other.so_far);
  join(all.limit, other.limit);
  join(all.left_before, other.left_before);
  join(all.left_after, other.left_after);
  all.sometimes = all.sometimes || other.sometimes;
}

void add_sometimes(const Step& step, List<Step>& steps) {
  steps.push_back(step);
  steps.back().sometimes = true;
}

std::size_t find_from(const List<Step>& steps, std::size_t from, const Step& step) {
  while (from < steps.size() && !same(steps[from], step)) ++from;
  return from;
}

// Steps that both have are told once, in order; what only one of them has happens only sometimes.
List<Step> merged(const List<Step>& all, const List<Step>& other) {
  List<Step> made;
  std::size_t next = 0;
  for (const Step& step : other) {
    const std::size_t found = find_from(all, next, step);
    if (found == all.size()) {
      add_sometimes(step, made);
      continue;
    }
    for (; next < found; ++next) add_sometimes(all[next], made);
    made.push_back(all[next++]);
    join(made.back(), step);
  }
  for (; next < all.size(); ++next) add_sometimes(all[next], made);
  return made;
}

LayerStory* story_of(std::size_t layer, List<LayerStory>& layers) {
  for (LayerStory& each : layers) {
    if (each.layer == layer) return &each;
  }
  return nullptr;
}

void mark_missing(const List<LayerStory>& way, List<LayerStory>& layers) {
  for (LayerStory& layer : layers) {
    bool has = false;
    for (const LayerStory& each : way) has = has || each.layer == layer.layer;
    if (has) continue;
    for (Step& step : layer.steps) step.sometimes = true;
  }
}

}  // namespace

void add_way(const List<LayerStory>& way, VisitStory& story) {
  ++story.ways;
  if (story.ways == 1) {
    story.layers = way;
    return;
  }
  mark_missing(way, story.layers);
  for (const LayerStory& layer : way) {
    if (LayerStory* known = story_of(layer.layer, story.layers)) {
      known->steps = merged(known->steps, layer.steps);
      continue;
    }
    // In the order of payment.
    std::size_t place = 0;
    while (place < story.layers.size() && story.layers[place].layer < layer.layer) ++place;
    LayerStory made;
    made.layer = layer.layer;
    for (const Step& step : layer.steps) add_sometimes(step, made.steps);
    story.layers.insert(story.layers.begin() + place, made);
  }
}

}  // namespace aidcheck
