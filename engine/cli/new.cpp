#include <algorithm>
#include <optional>

#include "commands.h"
#include "encode/encode.h"
#include "files.h"
#include "json/read.h"
#include "place/places.h"
#include "rules.h"
#include "skeleton.h"

namespace aidcheck::cli {
namespace {

Error no_such_place(const std::string& code) {
  return {Fault::kCase,
          "place.unknown",
          "/place",
          say("没有“{0}”这个行政区划代码，请检查。",
              "There is no place with the code \"{0}\". Please check it.", {code}),
          {}};
}

// In `无锡市 05锡山区 06惠山区`: the name after these two digits, or the first one for `00`.
std::string name_among(std::string_view names, std::string_view county) {
  while (!names.empty()) {
    const std::string_view name = names.substr(0, names.find(' '));
    const bool numbered = name.size() > 2 && name[0] >= '0' && name[0] <= '9';
    if (county == "00" ? !numbered : numbered && name.starts_with(county))
      return std::string(name.substr(numbered ? 2 : 0));
    names.remove_prefix(std::min(names.size(), name.size() + 1));
  }
  return {};
}

// The Chinese name in the list of places; nothing where that list is not at hand or has no name.
std::string listed_name(const std::filesystem::path& rules, const std::string& code) {
  const auto text = read_file((rules / "places.json").string());
  if (!text.ok()) return {};
  const auto list = json::read(text.value(), Fault::kInternal);
  const json::Value* places = list.ok() ? list.value().find("places") : nullptr;
  const json::Value* names = places == nullptr ? nullptr : places->find(code.substr(0, 4));
  return names == nullptr ? std::string() : name_among(names->text, code.substr(4));
}

std::string or_else(const std::string& text, std::string_view otherwise) {
  return text.empty() ? std::string(otherwise) : text;
}

}  // namespace

int new_pack(Arguments arguments) {
  const std::string rules = take_option(arguments, "--rules");
  const std::string place = take_option(arguments, "--place");
  const std::string name = take_option(arguments, "--name");
  const std::string name_en = take_option(arguments, "--name-en");
  if (!arguments.empty() || place.empty()) return usage({"new 要写 --place CODE", "new needs --place CODE"});
  if (!is_place(place)) return fail(encode_error(no_such_place(place)));
  const std::string listed =
      listed_name(rules.empty() ? default_rules() : std::filesystem::path(rules), place);
  print(skeleton_pack(place, {or_else(or_else(name, listed), "〔待写〕地名"),
                              or_else(name_en, "[to write] name of the place")}));
  return 0;
}

}  // namespace aidcheck::cli
