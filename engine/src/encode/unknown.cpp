#include "encode/figure.h"

namespace aidcheck {
namespace {

const Settled& settled_of(const Year& year, const Unknown& unknown) {
  auto part = year.parts.begin();
  for (std::size_t i = 0; i < unknown.part; ++i) ++part;
  return part->settled;
}

std::string_view id_of(const Plan& plan, const Unknown& unknown) {
  switch (unknown.what) {
    case Unknown::What::kFact:
      return plan.facts[unknown.which].id;
    case Unknown::What::kAmount:
      return plan.amount_id(unknown.which);
    case Unknown::What::kIdentity:
      return "identities";
    case Unknown::What::kBefore:
      return names_kept(plan, unknown.kept)[unknown.which];
    case Unknown::What::kSheet:
      return "sheet";
  }
  return {};
}

}  // namespace

const Plan& plan_of(const Year& year, const Unknown& unknown) { return settled_of(year, unknown).plan; }

Words label_of(const Year& year, const Unknown& unknown) {
  const Plan& plan = plan_of(year, unknown);
  switch (unknown.what) {
    case Unknown::What::kFact:
      return plan.facts[unknown.which].label;
    case Unknown::What::kAmount:
      return plan.amount_label(unknown.which);
    case Unknown::What::kIdentity:
      return {"救助对象类别", "Assistance category"};
    case Unknown::What::kBefore:
      return {"本年此前已用的额度或累计", "What was drawn or counted earlier this year"};
    case Unknown::What::kSheet:
      return kSheetWords;
  }
  return {};
}

std::string pointer_to(const Year& year, const Unknown& unknown) {
  const Settled& settled = settled_of(year, unknown);
  const std::string id(id_of(settled.plan, unknown));
  if (unknown.what == Unknown::What::kBefore) {
    constexpr std::string_view kSections[] = {"pools", "cumulative", "counts"};
    return "/before/" + std::string(kSections[static_cast<std::size_t>(unknown.kept)]) + "/" + id;
  }
  if (!unknown.visit) {
    if (unknown.what == Unknown::What::kIdentity && settled.sent.identities[unknown.which].named)
      return sent::identity_at(unknown.which);
    return "/person/" + id;
  }
  const std::string visit = "/visits/" + digits_of(*unknown.visit);
  if (unknown.what == Unknown::What::kSheet) return visit + "/sheet";
  return visit + (unknown.what == Unknown::What::kAmount && unknown.which < kFieldCount ? "/sheet/" : "/") +
         id;
}

void encode_place(const Year& year, const Unknown& unknown, json::Writer& writer) {
  const Settled& settled = settled_of(year, unknown);
  writer.open_object().string("at", pointer_to(year, unknown)).string("fact", id_of(settled.plan, unknown));
  if (unknown.visit) writer.string("visit", settled.sent.visits[*unknown.visit].id);
  writer.text("label", label_of(year, unknown));
}

void encode_unknown(const Year& year, json::Writer& writer) {
  writer.open_array("unknown");
  for (const Unknown& each : year.unknown) {
    encode_place(year, each, writer);
    writer.close_object();
  }
  writer.close_array();
}

}  // namespace aidcheck
