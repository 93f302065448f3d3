#!/usr/bin/env bash
# Starts an act: `new-act.sh MODULE NAME` writes the act and a test that fails until it is filled in.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

refuse() {
    printf 'new act: %s\n' "$1" >&2
    exit 2
}

module=$1
name=$2

domain=$(awk '/^let domain:/ { inside = 1 } inside { print } inside && /^\]/ { exit }' Package.swift |
    tr '\n' ' ' | grep --only-matching --extended-regexp 'module\( *"[A-Za-z]+"' | sed 's/.*"\(.*\)"/\1/')
grep --quiet --line-regexp -- "$module" <<<"$domain" ||
    refuse "no domain module '$module'; there are: $(tr '\n' ' ' <<<"$domain")"
[[ $name =~ ^[A-Z][a-z]+[A-Z][A-Za-z0-9]*$ ]] ||
    refuse "'$name' is no name for an act: verb and noun, as in AcceptFlaggedRow"
if [[ $name =~ (Manager|Helper|Utils|Service|Core|Common)$ ]]; then
    refuse "'$name' says too little: name the thing that is done, as in AcceptFlaggedRow"
fi

act="Sources/$module/Acts/$name.swift"
test="Tests/${module}Tests/Acts/${name}Tests.swift"
for file in "$act" "$test"; do
    [[ ! -e $file ]] || refuse "$file is there already"
done

journalled="$(tr '[:upper:]' '[:lower:]' <<<"${name:0:1}")${name:1}"
words=$(sed -E 's/([a-z0-9])([A-Z])/\1 \2/g' <<<"$name" | tr '[:upper:]' '[:lower:]')
fill() {
    sed -e "s/MODULE/$module/g" -e "s/NAME/$name/g" -e "s/JOURNALLED/$journalled/g" -e "s/WORDS/$words/g"
}

mkdir -p "$(dirname "$act")" "$(dirname "$test")"

fill >"$act" <<'SWIFT'
public import Vocabulary

/// What a chair would say is done here, in one sentence.
///
/// Then: who may, what is refused and why, and the source of the rule.
public struct NAME: Act {
    /// What has to be known to decide.
    public struct Before: Hashable, Sendable {
        public init() {}
    }

    /// What is to be written.
    public struct After: Hashable, Sendable {
        public let author: Author
        public let moment: Moment
    }

    public static let name = "JOURNALLED"

    public init() {}

    public var journalled: JSONValue { .object([]) }

    public func decide(_ before: Before, by author: Author, at moment: Moment) throws(Refusal) -> After {
        throw Refusal(.rule, code: "not-decided-yet", "How to WORDS is not decided yet.")
    }
}
SWIFT

fill >"$test" <<'SWIFT'
import MODULE
import Testing
import Vocabulary

struct NAMETests {
    let author = Author("A. Tester")!
    let moment = Moment(secondsSince1970: 1_700_000_000)

    @Test func `it is allowed where nothing speaks against it`() throws {
        let after = try NAME().decide(.init(), by: author, at: moment)
        #expect(after.author == author)
    }

    @Test func `what it refuses, and with which code`() {
        Issue.record("name each refusal in a test of its own: the sentence, the code and the edge")
    }

    @Test func `the journal holds it whole`() {
        #expect(NAME().journalled != .object([]), "the journal must hold what was done")
    }
}
SWIFT

printf 'Wrote %s\n      %s\n' "$act" "$test"
printf 'Next: ./do test %s fails until both are filled in. Then Sources/Store/%s/%s+Stored.swift\n' \
    "$module" "$module" "$name"
printf 'reads its Before and writes its After, and GLOSSARY.md explains any new word.\n'
