#include "encode/figure.h"
#include "encode/told.h"

namespace aidcheck {
namespace {

std::size_t amount_of(const Plan& plan, const Assumption& assumption) {
  return assumption.of_sheet ? assumption.fact : plan.facts[assumption.fact].amount;
}

// An amount without a figure differs from sheet to sheet: the total, taken as the sum of the parts.
Words label_of(const Plan& plan, const Assumption& assumption) {
  if (assumption.of_sheet || assumption.amount) {
    const Words label = plan.amount_label(amount_of(plan, assumption));
    if (!assumption.amount)
      return tell("{0}：按填了的各部分相加", "{0}: the sum of the parts that were stated", {label});
    return tell("{0}：{1}元", "{0}: {1} yuan", {label, format_yuan(*assumption.amount)});
  }
  const FactPlan& fact = plan.facts[assumption.fact];
  return tell("{0}：{1}", "{0}: {1}", {fact.label, fact.choices[fact.assumed - 1U].label});
}

void value(const Plan& plan, const Assumption& assumption, json::Writer& writer) {
  if (assumption.of_sheet || assumption.amount) {
    writer.string("fact", plan.amount_id(amount_of(plan, assumption))).key("value");
    if (assumption.amount) {
      writer.yuan(*assumption.amount);
    } else {
      writer.null();
    }
    return;
  }
  const FactPlan& fact = plan.facts[assumption.fact];
  writer.string("fact", fact.id).key("value");
  encode_answer(fact, fact.choices[fact.assumed - 1U], writer);
}

// Told at the first version that assumes it, with the visits of all.
void assumed(const Year& year, const Part& part, const Assumption& assumption, json::Writer& writer,
             Sources& sources) {
  const Words label = label_of(part.settled.plan, assumption);
  List<std::size_t> visits;
  for (const Part& each : year.parts) {
    for (const Assumption& other : each.settled.digest.assumed) {
      const bool same =
          &each == &part ? &other == &assumption : label_of(each.settled.plan, other).zh == label.zh;
      if (!same) continue;
      if (each.place < part.place) return;
      for (const std::size_t visit : other.visits) visits.push_back(visit);
    }
  }
  writer.open_object();
  value(part.settled.plan, assumption, writer);
  encode_visit_ids("visits", part.settled, visits, writer);
  writer.text("label", label);
  if (assumption.cite != nullptr) sources.cite(assumption.cite);
  writer.close_object();
}

}  // namespace

void encode_assumed(const Year& year, json::Writer& writer, Sources& sources) {
  writer.open_array("assumed");
  for (const Part& part : year.parts) {
    for (const Assumption& assumption : part.settled.digest.assumed)
      assumed(year, part, assumption, writer, sources);
  }
  if (!year.parts.back().settled.sent.before_stated) {
    writer.open_object().string("fact", "before").integer("value", 0).open_array("visits").close_array();
    writer.text("label", Words{"本年此前没有用过救助额度", "Nothing was drawn or counted earlier this year"})
        .close_object();
  }
  writer.close_array();
}

}  // namespace aidcheck
