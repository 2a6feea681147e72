#include "encode/advice.h"

#include "encode/figure.h"

namespace aidcheck {
namespace {

// An answer, or those that are left; of categories an identity.
void encode_change(const FactChange& change, json::Writer& writer) {
  const FactPlan& fact = *change.fact;
  const bool several = (change.codes & (change.codes - 1)) != 0;
  const bool identity = fact.origin == FactPlan::Origin::kCategory;
  writer.open_object().string("at", change.at).key("to");
  if (several && identity) writer.open_object().key("category");
  if (several) writer.open_object().open_array("one_of");
  for (std::uint64_t rest = change.codes; rest != 0; rest &= rest - 1)
    encode_answer(fact, fact.choices[static_cast<std::size_t>(__builtin_ctzll(rest)) - 1], writer);
  if (several) writer.close_array().close_object();
  if (several && identity) writer.close_object();
  writer.close_object();
}

}  // namespace

void encode_advice(const Year& year, json::Writer& writer, Sources& sources) {
  writer.open_array("what_if");
  for (const Advice& each : year.what_if) {
    const model::Action& words = each.part->settled.plan.pack.actions[each.action];
    writer.open_object().string("id", words.id).text("label", words.label).text("text", words.text);
    writer.key("personal_total");
    encode_figure(each.personal_total, writer);
    writer.key("saves");
    encode_figure(each.saves, writer);
    writer.open_array("change");
    for (const FactChange& change : each.changes) encode_change(change, writer);
    writer.close_array();
    sources.cite(words.cite);
    writer.close_object();
  }
  writer.close_array();
}

}  // namespace aidcheck
