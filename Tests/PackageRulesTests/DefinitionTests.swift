import Foundation
import TestSupport
import Testing

/// Resources, migrations and what the package rests on.
struct DefinitionTests {
    @Test func `every file that is embedded is there, and every file that is there is embedded`() {
        let embedded = Set(resources)
        #expect(embedded.count >= 4, "no resources found in Package.swift")
        #expect(embedded.filter { !Checkout.has($0) } == [])
        let kept = Checkout.paths(under: "Sources", ending: "").filter { path in
            ["/Definitions/", "/Migrations/", "/Rounds/"].contains { path.contains($0) } && !path.hasSuffix(".swift")
                && path.split(separator: "/").last!.contains(".")
        }
        #expect(kept.filter { !embedded.contains($0) } == [])
    }

    @Test func `migrations are numbered from one without gaps or twins`() {
        let names = migrations.map(\.name)
        #expect(!names.isEmpty)
        #expect(names.filter { $0.wholeMatch(of: /m\d{4}_[a-z0-9_]+\.sql/) == nil } == [])
        #expect(names.compactMap { Int($0.dropFirst().prefix(4)) } == Array(1...max(1, names.count)))
    }

    @Test func `every SQL file in the sources is a migration or asks about challenges`() {
        let other = Checkout.paths(under: "Sources", ending: ".sql").filter {
            !$0.hasPrefix("Sources/Store/Migrations/m") && !$0.hasPrefix("Sources/Challenges/Definitions/")
        }
        #expect(other == [])
    }

    @Test func `every table of a migration is strict`() {
        let loose = migrations.flatMap { name, text in
            statements(of: text)
                .filter { $0.uppercased().hasPrefix("CREATE TABLE") && !$0.uppercased().contains("STRICT") }
                .map { "\(name): \($0.prefix(60))" }
        }
        #expect(loose == [])
    }

    @Test(
        .enabled(
            if: Checkout.has("docs/reference/migrations.txt"), "no list of digests yet: ./do docs writes it"))
    func `a migration that has shipped is as it was`() throws {
        let held = (Checkout.text("docs/reference/migrations.txt") ?? "").split(separator: "\n")
            .map { $0.split(separator: " ").map(String.init) }
        #expect(held.allSatisfy { $0.count == 3 }, "digest, file and version on each line")
        #expect(held.map { $0[1] } == migrations.map(\.name), "listed and there are not the same: ./do docs")
        for line in held where Checkout.has("Sources/Store/Migrations/\(line[1])") {
            let digest = try digest(of: "Sources/Store/Migrations/\(line[1])")
            let remedy =
                line[2] == "unreleased" ? "./do docs lists it again" : "write a new migration instead"
            #expect(digest == line[0], "\(line[1]) (\(line[2])) has been changed: \(remedy)")
        }
    }

    @Test func `what the package rests on comes from GitHub, at one exact version`() {
        let lines = Checkout.manifest.lines.filter { $0.contains(".package(url:") }
        #expect(!lines.isEmpty)
        let loose = lines.filter { !$0.contains("\"https://github.com/") || !$0.contains("exact: \"") }
        #expect(loose == [])
        let hosts = Checkout.manifest.text.split(separator: "://").dropFirst().map { $0.prefix { $0 != "/" } }
        #expect(Set(hosts) == ["github.com"])
    }

    @Test func `every module has the same strict settings`() {
        let text = Checkout.manifest.text
        for setting in [
            "ExistentialAny", "MemberImportVisibility", "InternalImportsByDefault",
            "NonisolatedNonsendingByDefault",
            "treatAllWarnings(as: .error)",
        ] {
            #expect(text.contains(setting))
        }
        #expect(!text.contains("unsafeFlags"))
    }

    /// Paths of the files named by `.embedInCode`, each under the module whose declaration it stands in.
    private var resources: [String] {
        var module = ""
        var paths: [String] = []
        var isAwaitingName = false
        for line in Checkout.manifest.lines {
            let quoted = line.split(separator: "\"", omittingEmptySubsequences: false)
            if line.contains("module(") || isAwaitingName {
                isAwaitingName = quoted.count < 2
                if quoted.count > 1 { module = String(quoted[1]) }
            }
            for piece in line.split(separator: ".embedInCode(\"").dropFirst(
                line.hasPrefix(".embedInCode(\"") ? 0 : 1)
            {
                let path = "Sources/\(module)/\(piece.prefix { $0 != "\"" })"
                // `names.map { .embedInCode("Rounds/\($0)") }` stands for each of a list of names.
                let names = line.contains("\\($0)") ? line.prefixMatch(of: /.*?(\w+)\.map/).map { $0.1 } ?? "" : ""
                paths += names.isEmpty ? [path] : listed(names).map { path.replacing("\\($0)", with: $0) }
            }
        }
        return paths
    }

    /// The texts in `let name: [String] = [ … ]` of the manifest.
    private func listed(_ name: Substring) -> [String] {
        let lines = Checkout.manifest.lines
        guard let first = lines.firstIndex(where: { $0.hasPrefix("let \(name): [String] = [") }) else { return [] }
        return lines[(first + 1)...].prefix { $0 != "]" }.flatMap { line in
            line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
                .filter { $0.offset % 2 == 1 }.map { String($0.element) }
        }
    }

    private var migrations: [(name: String, text: String)] {
        Checkout.paths(under: "Sources/Store/Migrations", ending: ".sql").map { path in
            (String(path.split(separator: "/").last!), Checkout.text(path) ?? "")
        }
    }

    /// Without comments, trimmed.
    private func statements(of sql: String) -> [String] {
        let code = sql.split(separator: "\n").map {
            $0.prefix(upTo: $0.firstRange(of: "--")?.lowerBound ?? $0.endIndex)
        }
        return code.joined(separator: "\n").split(separator: ";")
            .map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
    }

    private func digest(of path: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["sha256sum", checkout.appendingPathComponent(path).path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let answer = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: answer.prefix(64), as: UTF8.self)
    }
}
