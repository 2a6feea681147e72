#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/text.h"
#include "json/value.h"

/// JSON trees made by hand, for answers that hold parts of a pack.
namespace aidcheck::tree {

json::Value string(std::string text);
json::Value number(std::string digits);
json::Value yes_no(bool yes);
json::Value count(std::size_t number);
json::Value words(const Text& text);
json::Value array(std::vector<json::Value> items);
json::Value object(std::vector<json::Member> members);

}  // namespace aidcheck::tree
