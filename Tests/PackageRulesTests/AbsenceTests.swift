import Testing

/// What is deliberately absent, as ARCHITECTURE.md lists it.
struct AbsenceTests {
    @Test func `ground and domain hold no clock, chance, thread or lock`() {
        let marks = [
            "Date()", "Date.now", "(.now", "ContinuousClock", "SuspendingClock", "SystemRandomNumberGenerator",
            ".randomElement()",
            ".shuffled()", "Task {", "Task.detached", "actor ", "Mutex", "@unchecked", "nonisolated(unsafe)",
            "Process(", "fopen", "getenv",
        ]
        #expect(lines(of: pure, with: marks) == [])
    }

    @Test func `money is never a binary fraction`() {
        let marks = ["pence: Double", "Pence: Double", "money: Double", "amount: Double", "Money(Double"]
        #expect(lines(of: Checkout.sources, with: marks) == [])
    }

    @Test func `pages carry no script but one file, which only refreshes and enhances`() {
        let written = Checkout.sources.filter { ["Markup", "Pages", "Web"].contains($0.module) }
            .flatMap { file in
                file.lines.filter { $0.contains("<script") || $0.contains("javascript:") }.map { (file, $0) }
            }
            .filter { !$0.1.contains("///") && !$0.1.contains("// ") }
        #expect(
            written.map(\.0.path) == ["Sources/Markup/PageScript.swift"], "\(written.map { "\($0.0.path): \($0.1)" })")
    }

    @Test func `nothing calls out to the network but signing in elsewhere and mail`() {
        let marks = ["URLSession", "FoundationNetworking", "HTTPClient", "AsyncHTTPClient", "NWConnection"]
        #expect(lines(of: Checkout.sources, with: marks) == [])
        let calling = Checkout.sources.filter { $0.imports.contains("Transfer") || $0.imports.contains("CTransfer") }
        #expect(Set(calling.map(\.module)) == ["Transfer", "OpenID", "Mail"])
    }

    @Test func `no fault is thrown away`() {
        #expect(lines(of: Checkout.sources, with: ["catch {}", "catch { }", "fatalError("]) == [])
    }

    /// Numbers that look like a threshold, tariff or cap of the dental contract: these come from the Rulebook.
    @Test(arguments: [
        ("let line = 0.96", true), ("units < 96 ? a : b", true), ("row 1102", false), ("x.102", false),
    ])
    func `a number that looks like a rule is found`(code: String, isRule: Bool) {
        #expect(looksLikeARule(code[...]) == isRule)
    }

    @Test func `no number of a rule stands in the code of Contracts`() {
        // Definitions hold reviewed parameters with an owner; a rule of the world is in none of them.
        let files = Checkout.sources.filter { $0.module == "Contracts" && !$0.folders.contains("Definitions") }
        let faults = files.flatMap { file in
            zip(file.lines, file.code).filter { looksLikeARule($0.1) }.map { "\(file.path): \($0.0)" }
        }
        #expect(faults == [])
    }

    @Test func `a planted clock is found, and one in a comment or a string is not`() {
        let planted = SourceFile(
            path: "Sources/Contracts/A.swift",
            text: "let day = Date()\n// Date()\nlet text = \"Date() \\(b(\"Date()\")) Date()\" // Date()\n")
        #expect(lines(of: [planted], with: ["Date()"]) == ["Sources/Contracts/A.swift:1 has Date()"])
        let actors = SourceFile(
            path: "B.swift", text: "init(from actor: Party)\nlet a = actor \npackage actor Desk {\n")
        #expect(lines(of: [actors], with: ["actor "]) == ["B.swift:3 has actor "])
    }

    private var pure: [SourceFile] { Checkout.sources.filter { Layers.pure.contains($0.module) } }

    private func lines(of files: [SourceFile], with marks: [String]) -> [String] {
        files.flatMap { file in
            file.code.enumerated().flatMap { place, line in
                marks.filter { isWhole($0, in: line) }.map { "\(file.path):\(place + 1) has \($0)" }
            }
        }
    }

    /// True where the mark stands in the line and does not begin within a word; an actor only where one is declared,
    /// for it is a word of accountability too.
    private func isWhole(_ mark: String, in line: Substring) -> Bool {
        line.ranges(of: mark).contains { found in
            if mark == "actor ", line[found.upperBound...].first?.isUppercase != true { return false }
            return mark.first?.isLetter != true || line[..<found.lowerBound].last.map { !$0.isLetter } ?? true
        }
    }

    private func looksLikeARule(_ code: Substring) -> Bool {
        let rules: Set = [
            "0.96", ".96", "96", "9600", "9_600", "102", "1.02", "110", "1.10", "0.082", "8.2",
        ]
        let numbers = code.split(whereSeparator: { !($0.isLetter || $0.isNumber || $0 == "." || $0 == "_") })
        return numbers.contains { rules.contains(String($0)) }
    }
}
