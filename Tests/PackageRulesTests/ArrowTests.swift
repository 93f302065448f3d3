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
}
