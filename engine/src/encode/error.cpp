#include "encode/encode.h"
#include "json/write.h"

namespace aidcheck {
namespace {

std::string_view kind_of(Fault fault) {
  switch (fault) {
    case Fault::kPack:
      return "bad_pack";
    case Fault::kCase:
      return "bad_case";
    case Fault::kInternal:
      return "internal";
  }
  return "internal";
}

}  // namespace

std::string encode_error(const Error& error) {
  json::Writer writer;
  writer.open_object().open_object("error");
  writer.string("kind", kind_of(error.fault)).string("code", error.code).string("at", error.at);
  if (!error.nearest.empty()) writer.string("nearest", error.nearest);
  writer.text("message", error.message).close_object().close_object();
  return writer.take();
}

std::string pointer_to(const Stop& stop, const Plan& plan) {
  const std::string visit = "/visits/" + digits_of(stop.order);
  if (stop.why == Stop::Why::kAmountMissing)
    return visit + "/sheet/" + std::string(fields()[stop.which].word.id);
  if (stop.why != Stop::Why::kFactMissing) return visit;
  const FactPlan& fact = plan.facts[stop.which];
  return (fact.of_visit ? visit : "/person") + '/' + std::string(fact.id);
}

}  // namespace aidcheck
