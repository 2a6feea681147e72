#include "check.h"

#include <chrono>
#include <optional>
#include <utility>

#include "base/nearest.h"
#include "codes.h"
#include "commands.h"
#include "encode/encode.h"
#include "files.h"
#include "json/write.h"
#include "write_json.h"

namespace aidcheck::cli {
namespace {

std::string code_json(const Code& code) {
  json::Writer writer;
  writer.open_object().string("code", code.id).string("severity", severity_name(code.severity));
  writer.text("title", code.title).text("text", code.text).text("mend", code.mend).close_object();
  return writer.take();
}

std::string text_json(const Text& text) {
  json::Writer writer;
  writer.text(text);
  return writer.take();
}

std::string text_json(const Words& words) {
  json::Writer writer;
  writer.text(words);
  return writer.take();
}

// The error as it stands in an error object, without {"error": and }.
std::string inner_json(const Error& error) {
  const std::string json = encode_error(error);
  return json.substr(9, json.size() - 10);
}

std::string mend_json(std::string_view code) {
  static constexpr Words kAsSaid{"按提示修改。", "Mend it as the message says."};
  const Code* known = code_named(code);
  return R"("mend":)" + text_json(known == nullptr ? kAsSaid : known->mend);
}

std::string error_finding(const std::string& file, const Error& error) {
  const std::string inner = inner_json(error);
  return R"({"file":)" + write_json(file) + R"(,"severity":"error",)" + inner.substr(1, inner.size() - 2) +
         ',' + mend_json(error.code) + '}';
}

std::string finding_json(const std::string& file, const Finding& finding) {
  std::string json = R"({"file":)" + write_json(file);
  json += R"(,"code":)" + write_json(finding.code);
  json += R"(,"severity":)" + write_json(severity_name(code_named(finding.code)->severity));
  json += R"(,"at":)" + write_json(finding.at) + R"(,"message":)" + text_json(finding.message) + ',';
  json += mend_json(finding.code);
  if (!finding.counterexample.empty()) {
    std::string members;
    for (const auto& [fact, value] : finding.counterexample)
      members += (members.empty() ? "" : ",") + write_json(fact) + ':' + value;
    json += R"(,"counterexample":{)" + members + '}';
  }
  if (finding.amount) {
    json::Writer amount;
    json += R"(,"amount":)" + amount.yuan(*finding.amount).take();
  }
  if (!finding.trial.empty()) json += R"(,"case":)" + finding.trial;
  return json + '}';
}

std::optional<Day> today(Arguments& arguments) {
  const std::string given = take_option(arguments, "--today");
  if (!given.empty()) return parse_day(given);
  return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

void add(std::string& list, const std::string& item) { list += (list.empty() ? "" : ",") + item; }

int explain_codes(const Arguments& codes) {
  if (codes.empty()) {
    std::string all;
    for (const std::string_view id : code_names()) add(all, code_json(*code_named(id)));
    print(R"({"codes":[)" + all + "]}");
    return 0;
  }
  if (codes.size() > 1) return usage({"--explain 后面写一个代码", "--explain takes one code"});
  if (const Code* code = code_named(codes.front())) {
    print(code_json(*code));
    return 0;
  }
  const std::string nearest(nearest_name(codes.front(), code_names()));
  return fail(encode_error({Fault::kCase,
                            "code.unknown",
                            {},
                            say("没有“{0}”这个代码，是不是“{1}”？",
                                "There is no code \"{0}\"; did you mean \"{1}\"?", {codes.front(), nearest}),
                            nearest}));
}

}  // namespace

// {"error": {…}} of the first pack that does not load stands first, so that one reader serves every command.
int check(Arguments arguments) {
  if (!arguments.empty() && arguments.front() == "--explain")
    return explain_codes({arguments.begin() + 1, arguments.end()});
  const auto day = today(arguments);
  if (!day) return usage({"--today 后面写日期，例如 2023-01-01", "--today takes a date such as 2023-01-01"});
  const std::string frame = take_option(arguments, "--within");
  if (!frame.empty()) return check_within(frame, std::move(arguments), *day);
  if (arguments.empty()) return usage({"check 后面要写规则包", "check needs a pack"});
  std::vector<std::string> files;
  std::vector<std::string> texts;
  for (const auto& pack : packs_named(arguments)) {
    const auto text = read_file(pack.string());
    if (!text.ok()) return fail(encode_error(text.error()));
    files.push_back(pack.string());
    texts.push_back(text.value());
  }
  std::string first_error;
  std::string findings;
  std::size_t expected = 0;
  std::size_t settled = 0;
  const std::vector<Checked> all = check_packs(texts, *day);
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (const Error& error : all[i].errors) {
      if (first_error.empty()) first_error = inner_json(error);
      add(findings, error_finding(files[i], error));
    }
    for (const Finding& finding : all[i].findings) add(findings, finding_json(files[i], finding));
    expected += all[i].expected;
    settled += all[i].settled;
  }
  print("{" + (first_error.empty() ? "" : R"("error":)" + first_error + ',') + R"("packs":)" +
        std::to_string(files.size()) + R"(,"findings":[)" + findings + R"(],"expected":)" +
        std::to_string(expected) + R"(,"settled":)" + std::to_string(settled) + '}');
  return findings.empty() ? 0 : kFound;
}

}  // namespace aidcheck::cli
