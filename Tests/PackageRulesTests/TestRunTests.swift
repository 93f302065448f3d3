import Foundation
import TestSupport
import Testing

/// `./do test` runs every test that there is.
struct TestRunTests {
    /// Test targets as Package.swift declares them, without the ending; over several lines or on one.
    private static func declared(in manifest: String) -> Set<String> {
        let ofModules = manifest.matches(of: /\btests\(\s*of:\s*"([A-Za-z]+)"/).map { String($0.output.1) }
        let alone = manifest.matches(of: /\.testTarget\(\s*name:\s*"([A-Za-z]+)Tests"/).map { String($0.output.1) }
        return Set(ofModules + alone)
    }

    /// The modules whose tests the script runs, by the way in which it builds them.
    private static func listed() throws -> [String: [String]] {
        let script = Process()
        script.executableURL = checkout.appendingPathComponent("scripts/test.sh")
        script.arguments = ["--list"]
        let output = Pipe()
        script.standardOutput = output
        try script.run()
        let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        script.waitUntilExit()
        let rows = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        return Dictionary(grouping: rows.filter { $0.count == 2 }, by: { $0[0] }).mapValues { $0.map { $0[1] } }
    }

    @Test func `every folder of tests is declared, and the script runs every test that is declared`() throws {
        let folders = Set(Checkout.tests.map(\.module)).subtracting(["TestSupport"])
        let declared = TestRunTests.declared(in: Checkout.manifest.text)
        let listed = try TestRunTests.listed()
        let run = listed.values.joined()
        #expect(folders == Set(declared.map { "\($0)Tests" }))
        #expect(Set(run) == declared)
        #expect(run.count == declared.count, "a module stands twice")
        #expect(Set(listed.keys) == ["pure", "adapter"])
    }

    @Test func `the script builds the pure tests and the adapters' as Package.swift parts them`() throws {
        let lists = Checkout.manifest.text.components(separatedBy: "\nlet ")
        let listed = try TestRunTests.listed()
        for (list, kind) in [("pureTests:", "pure"), ("adapterTests:", "adapter")] {
            let text = try #require(lists.first { $0.hasPrefix(list) })
            #expect(TestRunTests.declared(in: text) == Set(listed[kind] ?? []), "\(list)")
        }
    }

    @Test func `a declaration is found on one line and over several`() {
        let manifest = """
            tests(of: "One"),
            tests(
                of: "Two",
                with: ["One"]),
            .testTarget(
                name: "ThreeTests", dependencies: []),
            module("Four", on: ["One"]),
            """
        #expect(TestRunTests.declared(in: manifest) == ["One", "Two", "Three"])
    }
}
