#include "explain/fit/parting.h"

#include "explain/fit/fit.h"

namespace aidcheck {
namespace {

struct Place {
  std::size_t layer = 0;
  const Step* step = nullptr;
};

// The steps of a visit that say what came out; what went into a base shows in the base.
List<Place> milestones(const Settled& settled, const VisitRecord& visit) {
  List<LayerStory> layers;
  explain_visit(settled, settled.digest.year, reach_of(visit, settled.plan.layers.size()), layers);
  List<Place> all;
  for (const LayerStory& layer : layers) {
    for (const Step& step : layer.steps) {
      if (step.op != "take" && step.op != "less") all.push_back({layer.layer, &step});
    }
  }
  return all;
}

bool same_step(const Step& a, const Step& b) {
  return a.op == b.op && a.parameter == b.parameter && a.amount == b.amount && a.so_far == b.so_far;
}

// What a step says, where another says otherwise.
Words value(const Step& step, const Step& other) {
  const bool printed = !step.parameter.empty() && !other.parameter.empty();
  if (printed && step.parameter != other.parameter) return same(step.parameter);
  const bool taken = step.op == "deductible" || step.op == "first_bear";
  const std::optional<Hull>& figure = step.so_far && !taken ? step.so_far : step.amount;
  if (!figure) return {"不支付", "no payment"};
  return tell("{0}元", "{0} yuan", {yuan(figure->least)});
}

}  // namespace

void tell_parting(const Settled& settled, const VisitRecord& ours, const VisitRecord& theirs,
                  const Words& cause, Parting& told) {
  const List<Place> mine = milestones(settled, ours);
  const List<Place> others = milestones(settled, theirs);
  std::size_t first = 0;
  while (first + 1 < mine.size() && first + 1 < others.size() &&
         same_step(*mine[first].step, *others[first].step))
    ++first;
  told.explained = true;
  told.layer = mine[first].layer;
  told.ours = *mine[first].step;
  // Against nothing stands what is paid in the end.
  while (told.ours.op == "not_paid" && first + 1 < others.size() && others[first + 1].layer == told.layer)
    ++first;
  told.theirs = *others[first].step;
  told.message = tell("{0}两者从“{1}”这一步开始不同：规则是{2}，账单相当于{3}。",
                      "{0}They part at \"{1}\": {2} by the rules, {3} by the sheet.",
                      {cause, told.ours.label, value(told.ours, told.theirs), value(told.theirs, told.ours)});
}

void tell_unexplained(const Settled& settled, const VisitRecord& ours, std::size_t layer, Parting& told) {
  const List<Place> mine = milestones(settled, ours);
  std::size_t first = 0;
  while (mine[first].layer != layer) ++first;
  told.layer = layer;
  told.ours = *mine[first].step;
  told.message = tell("没有找到单独改动哪一处正好得出账单上的数；最早可能从“{0}”这一步开始不同，请从它核对。",
                      "No single change gives the sheet's figure. They may part at \"{0}\" at the earliest.",
                      {told.ours.label});
}

}  // namespace aidcheck
