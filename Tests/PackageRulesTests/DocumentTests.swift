import Testing

/// The documents say what is so.
struct DocumentTests {
    @Test func `the table in the README names modules, pages and commands that exist`() {
        let rows = table(startingWith: "You ask", in: Checkout.text("README.md") ?? "")
        #expect(rows.count >= 10, "the table of questions is missing or short")
        let addresses = routes
        let words = commandWords
        for row in rows where row.count == 4 {
            for module in ticked(row[1]) {
                #expect(Checkout.sources.contains { $0.module == module }, "no module \(module): \(row[0])")
            }
            if !addresses.isEmpty {
                for page in ticked(row[2]) {
                    #expect(addresses.contains(shape(page)), "no page \(page): \(row[0])")
                }
            }
            if !words.isEmpty {
                for command in ticked(row[3]) {
                    let missing = verbs(of: command).filter { !words.contains($0) }
                    #expect(missing == [], "no command \(command): \(row[0])")
                }
            }
        }
        #expect(rows.allSatisfy { $0.count == 4 })
    }

    @Test func `each noun of a domain module stands in the glossary`() {
        let terms = Set(glossaryTerms.map { String($0.split(separator: " (").first ?? "") })
        let nouns = Checkout.sources
            .filter { Layers.domain.contains($0.module) && $0.folders.count == 2 }
            .flatMap { file in file.types.filter { $0.isPublic && $0.isOutermost }.map(\.name) }
        #expect(nouns.isEmpty || nouns.count > 3)
        let missing = Set(nouns).filter {
            !terms.contains(words(of: $0)) && !DocumentTests.plain.contains($0)
        }
        #expect(missing.sorted() == [], "explain them in GLOSSARY.md")
    }

    /// Types whose names are plain English and mean no more than they say.
    static let plain: Set = [
        "AccessAct", "AccessActs", "AccessBefore", "AccessBook", "AssessmentAct", "AssessmentActs", "AssessmentBefore",
        "ChallengeAct", "ChallengeActs", "ChallengeBefore", "ChallengeRuleID", "DentalRuleID", "DocumentedChallengeAct",
        "FlagWords", "GovernanceAct",
        "GovernanceActs", "GovernanceBefore", "GovernanceBook", "GovernanceRuleID", "MatterAct", "MatterActs",
        "MatterBefore", "MeetingAct", "MeetingEvent",
        "PriorityRuleID", "RecordName", "RoundAct", "RoundActs", "RoundBefore", "TableContext",
    ]

    @Test func `the glossary is in order, each term once`() {
        let terms = glossaryTerms
        #expect(terms.count > 40)
        #expect(terms == Set(terms).sorted())
    }

    @Test func `a decision record is named by its day and its claim, and says when to look again`() {
        let records = Checkout.writings.filter { $0.path.hasPrefix("docs/decisions/") }
        #expect(records.count >= 10)
        let headings = [
            "## Context", "## Decision", "## What else was weighed", "## Consequences",
            "## How we would see that it is wrong", "## When to look again",
        ]
        for record in records {
            let name = record.path.split(separator: "/").last!
            #expect(name.wholeMatch(of: /\d{4}-\d\d-\d\d-[a-z0-9]+(-[a-z0-9]+)+\.md/) != nil, "\(name)")
            #expect(headings.filter { !record.text.contains($0) } == [], "\(name)")
            let title = record.lines.first?.dropFirst(2).lowercased() ?? ""
            let claim = title.filter { $0.isLetter || $0.isNumber || $0 == " " }.replacing(" ", with: "-")
            #expect(name.dropFirst(11).dropLast(3) == claim, "the title of \(name) is not its claim")
        }
    }

    @Test func `every link in a document leads to a file`() {
        let documents = Checkout.writings.filter { $0.path.hasSuffix(".md") }
        #expect(documents.count >= 5)
        let pending: Set = ["docs/pictures", "docs/reference"]
        let dead = documents.flatMap { document in
            links(in: document)
                .filter { path in !Checkout.has(path) && !pending.contains { path.hasPrefix($0) } }
                .map { "\(document.path): \($0)" }
        }
        #expect(dead == [])
    }

    @Test func `nothing names a folder of one machine`() {
        let folders = ["work", "tmp", "root", "Users"].map { "/\($0)/" } + ["/home" + "/"]
        let all = Checkout.writings + Checkout.sources + Checkout.tests + [Checkout.manifest]
        #expect(all.count > 50)
        let found = all.flatMap { file in
            folders.filter { folder in
                file.text.ranges(of: folder).contains { found in
                    let before = file.text[..<found.lowerBound].last
                    return !(before?.isLetter == true || before == "/" || before == ".")
                }
            }.map { "\(file.path): \($0)" }
        }
        #expect(found == [])
    }

    // MARK: - Reading

    /// In small letters, hyphens as spaces.
    private var glossaryTerms: [String] {
        (Checkout.text("GLOSSARY.md") ?? "").split(separator: "\n")
            .filter { $0.hasPrefix("**") }
            .map { $0.dropFirst(2).prefix { $0 != "*" }.lowercased().replacing("-", with: " ") }
    }

    /// `ContractYear` as the glossary has it: `contract year`.
    private func words(of name: String) -> String {
        var words = ""
        for letter in name {
            if letter.isUppercase, !words.isEmpty { words.append(" ") }
            words.append(letter.lowercased())
        }
        return words
    }

    /// The body rows of the table whose header begins with these words; each a list of cells.
    private func table(startingWith header: String, in text: String) -> [[Substring]] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = lines.firstIndex(where: { $0.hasPrefix("| \(header)") }) else { return [] }
        return lines[(first + 2)...].prefix { $0.hasPrefix("|") }.map {
            $0.dropFirst().dropLast().split(separator: "|")
        }
    }

    /// What stands between back-ticks.
    private func ticked(_ cell: Substring) -> [String] {
        cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }

    /// The words of a command line up to its first option or argument: `remit forecast list` gives two.
    private func verbs(of command: String) -> [String] {
        command.split(separator: " ").dropFirst().map(String.init)
            .prefix { word in word.allSatisfy { $0.isLowercase || $0 == "-" } && !word.hasPrefix("-") }.map {
                $0
            }
    }

    private func links(in document: SourceFile) -> [String] {
        let folder = document.folders.joined(separator: "/")
        return document.text.split(separator: "](").dropFirst().compactMap { rest in
            let target = rest.prefix { $0 != ")" && $0 != "#" }
            guard !target.isEmpty, !target.contains("://"), !target.hasPrefix("mailto:") else { return nil }
            var parts = folder.split(separator: "/")
            for part in target.split(separator: "/") {
                if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
            }
            return parts.joined(separator: "/")
        }
    }

    /// The addresses in the table of routes, each with its variable parts as `*`; empty while there is none.
    private var routes: Set<String> {
        let files = Checkout.sources.filter { file in
            file.module == "Pages" && (file.path.hasSuffix("/Route.swift") || file.path.hasSuffix("Deed.swift"))
        }
        let quoted = files.flatMap { file in
            file.text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
                .filter { $0.offset % 2 == 1 && $0.element.hasPrefix("/") }.map { shape(String($0.element)) }
        }
        return Set(quoted)
    }

    private func shape(_ path: String) -> String {
        path.split(separator: "/").map { part in
            part.hasPrefix("{") || part.hasPrefix(":") || part.hasPrefix("\\(") ? "*" : String(part)
        }.joined(separator: "/")
    }

    /// Every `commandName:` in CLI and in remit; empty while there is none.
    private var commandWords: Set<String> {
        let files = Checkout.sources.filter { $0.module == "CLI" || $0.module == "remit" }
        let names = files.flatMap { file in
            file.text.split(separator: "commandName: \"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
        }
        return Set(names)
    }
}
