import Foundation
import TestSupport

/// The files of this checkout that the rules are about, read once.
enum Checkout {
    static let sources = files(under: "Sources", ending: ".swift")
    static let tests = files(under: "Tests", ending: ".swift")
    static let manifest = SourceFile(path: "Package.swift", text: text("Package.swift") ?? "")
    /// Documents, scripts and definitions, for rules about words.
    static let writings =
        files(under: "docs", ending: ".md") + files(under: "scripts", ending: "")
        + files(under: ".ci", ending: "")
        + files(under: "Sources", ending: ".csv") + files(under: "Sources", ending: ".sql")
        + ["README.md", "ARCHITECTURE.md", "GLOSSARY.md", "CHANGELOG.md", "CONTRIBUTING.md", "do"].compactMap { path in
            text(path).map { SourceFile(path: path, text: $0) }
        }

    /// The text of a file, by its path from the root; nil where there is none.
    static func text(_ path: String) -> String? {
        try? String(contentsOf: checkout.appendingPathComponent(path), encoding: .utf8)
    }

    static func has(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: checkout.appendingPathComponent(path).path)
    }

    /// Paths of the files under a folder, from the root, in order.
    static func paths(under folder: String, ending: String) -> [String] {
        let root = checkout.appendingPathComponent(folder).path
        let found = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
        return found.filter { $0.hasSuffix(ending) }.map { "\(folder)/\($0)" }.sorted()
    }

    private static func files(under folder: String, ending: String) -> [SourceFile] {
        paths(under: folder, ending: ending).compactMap { path in
            text(path).map { SourceFile(path: path, text: $0) }
        }
    }
}

/// The layers of the package, as ARCHITECTURE.md draws them.
enum Layers {
    static let ground: Set = ["Vocabulary", "Tabular", "Rulebook", "Methods", "Markup"]
    static let domain: Set = [
        "Organisations", "Needs", "Assessments", "Priorities", "Allocation", "Contracts", "Procurement", "Governance",
        "Commissioning", "Workforce", "Support", "Access", "Notices", "Activity", "Challenges",
        "Performance",
    ]
    static let pureAdapters: Set = ["Pages", "Exemplar"]
    static let pure = ground.union(domain).union(pureAdapters)

    /// What each module may import of ours.
    static let permitted: [String: Set<String>] = {
        let forDomain = ground.subtracting(["Markup"])
        let reading = forDomain.union(domain)
        var arrows: [String: Set<String>] = [
            "Vocabulary": [], "Tabular": ["Vocabulary"], "Rulebook": ["Vocabulary", "Tabular"],
            "Methods": ["Vocabulary", "CSmaa"], "Markup": [], "CSmaa": [],
            "Exemplar": reading,
            "Pages": reading.union(["Markup"]),
            "Digests": ["Vocabulary"], "Credentials": ["Vocabulary"],
            "Transfer": ["Vocabulary"], "Mail": ["Vocabulary", "Transfer"],
            "OpenID": ["Vocabulary", "Access", "Digests", "Credentials", "Transfer"],
            "Files": ["Vocabulary", "Tabular", "Digests"],
            "CAdbc": [], "Workers": ["Vocabulary"], "Engines": ["Vocabulary", "CAdbc", "Workers"],
            "Parquet": ["Vocabulary", "Tabular", "Activity", "Engines"],
            "Solver": ["Vocabulary", "Methods", "Workers"],
            "Store": reading.union(["Digests", "Credentials"]),
            "Publication": reading.union(["Markup", "Pages", "Digests", "Files", "Store", "Solver"]),
            "Imports": reading.union(["Digests", "Files", "Store", "Workers", "Engines", "Parquet"]),
            "CLI": reading.union([
                "Digests", "Imports", "Store", "Workers", "Engines", "Parquet", "Solver", "Files", "Exemplar",
                "Publication",
            ]),
            "Web": reading.union([
                "Markup", "Pages", "Digests", "Credentials", "OpenID", "Mail", "Imports", "Store", "Files",
                "Publication", "Engines",
            ]),
        ]
        arrows["Bench"] = reading.union(["Solver", "Engines", "Parquet", "Exemplar"])
        arrows["BareServer"] = []
        for module in domain { arrows[module] = forDomain }
        arrows["remit"] = Set(arrows.keys)
        return arrows
    }()

    /// The only modules that may import each outside technology.
    static let holders: [String: Set<String>] = [
        "GRDB": ["Store"], "GRDBSQLite": ["Store"], "SQLite3": ["Store"],
        "Hummingbird": ["Web", "BareServer"], "HummingbirdCore": ["Web"], "HTTPTypes": ["Web"],
        "NIOCore": ["Web", "BareServer"],
        "ServiceLifecycle": ["Web"], "Logging": ["Web", "BareServer", "remit"],
        "ArgumentParser": ["CLI", "remit"],
        "CArchive": ["Files"], "CXlsxWriter": ["Files"], "Yams": ["Files"], "FoundationXML": ["Files"],
        "Crypto": ["Digests", "Files", "Credentials"], "CryptoExtras": ["Credentials"], "CSmaa": ["Methods"],
        "CTransfer": ["Transfer"], "CAdbc": ["Engines"], "JWTKit": ["OpenID"],
    ]
}
