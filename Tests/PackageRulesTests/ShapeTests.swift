import Testing

/// How files lie, how long they are, what they are called.
struct ShapeTests {
    static let longest = 400
    static let mirrored: Set = ["Acts", "Workings", "Imports", "Summaries"]
    static let empty: Set = [
        "Manager", "Helper", "Helpers", "Utils", "Utilities", "Service", "Core", "Common",
    ]

    @Test func `everything that may be done or worked out has its test file`() {
        let tests = Set(Checkout.tests.map(\.path))
        let missing = Checkout.sources
            .filter { file in
                Layers.pure.contains(file.module)
                    && file.folders.contains { ShapeTests.mirrored.contains(String($0)) }
            }
            .map { testPath(of: $0) }
            .filter { !tests.contains($0) }
        #expect(Set(missing).sorted() == [])
    }

    @Test func `a test file holds a test, and its module exists`() {
        let withoutTests = Checkout.tests
            .filter { $0.path.hasSuffix("Tests.swift") && !$0.code.contains { $0.contains("@Test") } }
            .map(\.path)
        #expect(withoutTests == [])
        let modules = Set(Checkout.sources.map(\.module))
        let orphans = Set(Checkout.tests.map(\.module)).subtracting(["TestSupport", "PackageRulesTests"])
            .filter { !modules.contains(String($0.dropLast("Tests".count))) }
        #expect(orphans == [])
    }

    @Test func `no Swift file is longer than four hundred lines`() {
        let long = (Checkout.sources + Checkout.tests + [Checkout.manifest])
            .filter { $0.lines.count > ShapeTests.longest }
            .map { "\($0.path): \($0.lines.count) lines" }
        #expect(long == [])
    }

    @Test func `no file or type has a name that says nothing`() {
        let faults = (Checkout.sources + Checkout.tests).flatMap { file in
            (file.types.map(\.name) + [file.stem]).filter { saysNothing($0) }.map { "\(file.path): \($0)" }
        }
        #expect(faults == [])
    }

    @Test func `a name that says nothing is found, and one that only resembles it is not`() {
        #expect(saysNothing("ContractManager") && saysNothing("Utils") && saysNothing("CommonWords"))
        #expect(!saysNothing("ServiceLine") && !saysNothing("Commonwealth") && !saysNothing("Corrections"))
    }

    @Test func `folders are never deeper than three`() {
        let deep = Checkout.sources.filter { $0.folders.count > 4 }.map(\.path)
        #expect(deep == [])
    }

    @Test func `the outermost public types of ground and domain say what they are`() {
        let files = Checkout.sources.filter { Layers.ground.union(Layers.domain).contains($0.module) }
        let types = files.flatMap { file in
            file.types.filter { $0.isPublic && $0.isOutermost }.map { (file, $0.name, $0.line) }
        }
        #expect(types.count > 20, "the rule looked at too few types to mean anything")
        let undocumented = types.filter { file, _, line in !isDocumented(line, of: file) }
        #expect(undocumented.map { file, name, _ in "\(file.path): \(name)" } == [])
    }

    /// `Sources/M/Workings/Foo+Bar.swift` is tested in `Tests/MTests/Workings/FooTests.swift`.
    private func testPath(of file: SourceFile) -> String {
        let stem = file.stem.split(separator: "+").first.map(String.init) ?? file.stem
        let folders = file.folders.dropFirst(2).joined(separator: "/")
        return "Tests/\(file.module)Tests/\(folders)/\(stem)Tests.swift"
    }

    private func saysNothing(_ name: String) -> Bool {
        var words: [String] = []
        for letter in name {
            if letter.isUppercase || words.isEmpty { words.append("") }
            words[words.count - 1].append(letter)
        }
        let first: Set = ["Common", "Core"]
        return ShapeTests.empty.contains(words.last ?? "") || first.contains(words.first ?? "")
    }

    /// True where the line above, attributes apart, is a documentation comment.
    private func isDocumented(_ line: Int, of file: SourceFile) -> Bool {
        let above = file.lines[..<line].last { !$0.hasPrefix("@") && !$0.hasPrefix("#if") }
        return above?.hasPrefix("///") ?? false
    }
}
