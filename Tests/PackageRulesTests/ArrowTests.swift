import Testing

/// Which module may import which: the drawing in ARCHITECTURE.md, held to.
struct ArrowTests {
    /// Pure files that may import Foundation all the same, each with its reason.
    static let excused: [String: String] = [:]

    @Test func `every module has its arrows drawn`() {
        let modules = Set(Checkout.sources.map(\.module))
        #expect(Checkout.sources.count > 30, "the rules looked at too few files to mean anything")
        #expect(
            modules.isSubset(of: Layers.permitted.keys),
            "not drawn: \(modules.subtracting(Layers.permitted.keys))")
    }

    @Test func `a module imports only what lies below it`() {
        #expect(faults(in: Checkout.sources) == [])
    }

    @Test func `outside technology stays in the one adapter that holds it`() {
        let faults = Checkout.sources.flatMap { file in
            file.imports.filter { Layers.holders[$0].map { !$0.contains(file.module) } ?? false }
                .map { "\(file.path) imports \($0)" }
        }
        #expect(faults == [])
    }

    @Test func `ground and domain modules do without Foundation, networks and threads`() {
        let allowed: Set = ["Glibc", "Musl", "Darwin", "Swift"]
        let faults = Checkout.sources.filter { Layers.pure.contains($0.module) }.flatMap { file in
            file.imports
                .filter { !Layers.permitted.keys.contains($0) && !allowed.contains($0) }
                .filter { _ in ArrowTests.excused[file.path] == nil }
                .map { "\(file.path) imports \($0)" }
        }
        #expect(faults == [])
        for path in ArrowTests.excused.keys { #expect(Checkout.has(path), "excused, but gone: \(path)") }
    }

    @Test func `every import is declared for that very target`() {
        let declared = declarations(in: Checkout.manifest.text)
        #expect(declared.count > 15, "too few targets found in Package.swift")
        let ours = Set(Layers.permitted.keys).union(Layers.holders.keys)
        let faults = (Checkout.sources + Checkout.tests).flatMap { file in
            let allowed = declared[file.module] ?? []
            return file.imports.filter { ours.contains($0) && !allowed.contains($0) }
                .filter { !ArrowTests.comeWithSystem.contains($0) }
                .map { "\(file.path) imports \($0)" }
        }
        #expect(faults == [])
    }

    /// Modules of a package or of the system that come with the one that is declared.
    static let comeWithSystem: Set = ["FoundationXML", "HTTPTypes", "NIOCore", "HummingbirdCore", "ServiceLifecycle"]

    @Test func `a planted upward arrow is found`() {
        let planted = [
            SourceFile(
                path: "Sources/Contracts/A.swift",
                text: "public import Vocabulary\nimport struct Organisations.B\n"),
            SourceFile(path: "Sources/Vocabulary/C.swift", text: "// import Store\n@testable import Tabular"),
        ]
        #expect(
            faults(in: planted) == [
                "Sources/Contracts/A.swift imports Organisations",
                "Sources/Vocabulary/C.swift imports Tabular",
            ])
    }

    private func faults(in files: [SourceFile]) -> [String] {
        files.flatMap { file in
            file.imports
                .filter { Layers.permitted.keys.contains($0) && $0 != file.module }
                .filter { !(Layers.permitted[file.module]?.contains($0) ?? false) }
                .map { "\(file.path) imports \($0)" }
        }
    }

    /// Each target by its name, with the names in quotation marks that its declaration holds.
    private func declarations(in manifest: String) -> [String: Set<String>] {
        var declared: [String: Set<String>] = [:]
        let declaration =
            /(?:module|executableTarget)\(\s*(?:name: )?"(\w+)"(?:,\s*(?:on|dependencies):\s*\[([^\]]*)\])?/
        for found in manifest.matches(of: declaration) {
            declared[String(found.1)] = quoted(found.2 ?? "").union([String(found.1)])
        }
        for found in manifest.matches(of: /tests\(\s*of: "(\w+)"(?:,\s*with: \[([^\]]*)\])?\)/) {
            declared["\(found.1)Tests"] = quoted(found.2 ?? "").union([String(found.1), "TestSupport"])
        }
        return declared
    }

    private func quoted(_ text: Substring) -> Set<String> {
        Set(
            text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
                .filter { $0.offset % 2 == 1 }.map { String($0.element) })
    }
}
