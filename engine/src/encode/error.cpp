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

}  // namespace aidcheck
