// swift-tools-version: 6.2
import Foundation
import PackageDescription

// REMIT_PURE=1 drops every adapter that needs a package from outside: the loop for domain code.
// REMIT_ONLY=Contracts,Tabular keeps only the modules named, what they rest on, and their tests.
let environment = ProcessInfo.processInfo.environment
let pure = environment["REMIT_PURE"] == "1"
let only = environment["REMIT_ONLY"].map { Set($0.split(separator: ",").map(String.init)) }

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

/// A module of ours, by the names of those it rests on.
func module(
    _ name: String, on modules: [Target.Dependency] = [], resources: [Resource] = []
) -> Target {
    .target(name: name, dependencies: modules, exclude: [], resources: resources, swiftSettings: settings)
}

/// The tests of a module; they may import what the module may, and `TestSupport`.
func tests(of name: String, with modules: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.target(name: name), .target(name: "TestSupport")] + modules,
        swiftSettings: settings)
}

let systemLibraries: [Target] = [
    .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
]

/// Inner loops in C, without an outside package.
let kernels: [Target] = [.target(name: "CSmaa")]

/// The binary interfaces of a query engine that is opened at run time: a header, and a check of its places.
let engineInterfaces: [Target] = [.target(name: "CAdbc")]

/// libcurl, whose options cannot be set from Swift, behind functions that can be called.
let transfers: [Target] = [.target(name: "CTransfer", linkerSettings: [.linkedLibrary("curl")])]

let ground: [Target] = [
    module("Vocabulary"),
    module("Tabular", on: ["Vocabulary"]),
    module(
        "Rulebook", on: ["Vocabulary", "Tabular"],
        resources: [
            .embedInCode("Definitions/dental.csv"), .embedInCode("Definitions/priorities.csv"),
            .embedInCode("Definitions/governance.csv"), .embedInCode("Definitions/needs.csv"),
            .embedInCode("Definitions/activity.csv"),
            .embedInCode("Definitions/performance.csv"),
            .embedInCode("Definitions/challenges.csv"),
            .embedInCode("Definitions/bank-holidays.csv"),
        ]),
    module(
        "Methods", on: ["Vocabulary", "CSmaa"],
        resources: [.embedInCode("Definitions/preference-tables.csv")]),
    module("Markup"),
]

/// What is asked of rows that were billed: rules and the views that they share.
let challengeQueries: [String] = [
    "CC01", "CC02", "CC03", "CC04", "CC05", "CC06", "CC07", "CC08", "CC09", "CC10", "CC11", "CC12", "CC13",
    "CC14", "CC15", "CC16", "CC17", "CC18", "CC19", "CC20", "CC21", "CC22", "CC23", "CC24", "CC25", "DD01",
    "DD02", "DD03", "DD04", "practice_span", "payer", "same_care", "same_record", "billed_month", "item",
    "earlier_last",
]

let domain: [Target] = [
    module(
        "Organisations", on: ["Vocabulary", "Tabular"],
        resources: [.embedInCode("Definitions/commissioners.csv")]),
    module(
        "Needs", on: ["Vocabulary", "Tabular", "Rulebook", "Methods"],
        resources: [.embedInCode("Definitions/indicators.csv")]),
    module("Assessments", on: ["Vocabulary", "Tabular"]),
    module("Contracts", on: ["Vocabulary", "Tabular", "Rulebook", "Methods"]),
    module(
        "Priorities", on: ["Vocabulary", "Tabular", "Rulebook", "Methods"],
        resources: [.embedInCode("Definitions/criteria-packs.csv")]),
    module("Governance", on: ["Vocabulary", "Tabular", "Rulebook", "Methods"]),
    module(
        "Access", on: ["Vocabulary", "Tabular", "Rulebook"],
        resources: [.embedInCode("Definitions/permissions.csv")]),
    module("Notices", on: ["Vocabulary"]),
    module(
        "Activity", on: ["Vocabulary", "Tabular"],
        resources: [.embedInCode("Definitions/monitoring-columns.csv")]),
    module(
        "Challenges", on: ["Vocabulary", "Tabular", "Rulebook"],
        resources: [.embedInCode("Definitions/reference-columns.csv")]
            + challengeQueries.map { .embedInCode("Definitions/\($0).sql") }),
    module("Performance", on: ["Vocabulary", "Tabular", "Rulebook", "Methods"]),
]

/// The files of the exemplar's rounds, as a user's folders would have them.
let exemplarRounds: [String] = [
    "dental-2025/dental-advice.yaml", "dental-2025/dental-assessments.yaml",
    "dental-2025/dental-ballot.yaml", "dental-2025/dental-coast-equality.md",
    "dental-2025/dental-criteria.yaml", "dental-2025/dental-decision.yaml",
    "dental-2025/dental-envelope.yaml", "dental-2025/dental-members.yaml",
    "dental-2025/dental-meeting.yaml", "dental-2025/dental-options.yaml", "dental-2025/dental-rebase-equality.md",
    "dental-2025/dental-rebase-quality.md", "dental-2025/dental-round.yaml",
    "dental-2025/dental-scaling-equality.md", "dental-2025/dental-scaling-involvement.md",
    "dental-2025/dental-scaling-quality.md", "dental-2025/dental-scores-care-home-nurse.csv",
    "dental-2025/dental-scores-dental-commissioner.csv", "dental-2025/dental-scores-finance-lead.csv",
    "dental-2025/dental-scores-general-dentist.csv", "dental-2025/dental-scores-lay-chair.csv",
    "dental-2025/dental-scores-patients-voice.csv", "dental-2025/dental-scores-practice-manager.csv",
    "dental-2025/dental-scores-public-health.csv", "dental-2025/dental-scores-special-care-dentist.csv",
    "dental-2025/dental-weights.yaml", "diabetes-2025/diabetes-advice.yaml",
    "diabetes-2025/diabetes-ballot.yaml", "diabetes-2025/diabetes-criteria.yaml",
    "diabetes-2025/diabetes-decision.yaml", "diabetes-2025/diabetes-envelope.yaml",
    "diabetes-2025/diabetes-meeting.yaml", "diabetes-2025/diabetes-members.yaml",
    "diabetes-2025/diabetes-options.yaml", "diabetes-2025/diabetes-paper.md",
    "diabetes-2025/diabetes-round.yaml", "diabetes-2025/diabetes-scores.yaml",
    "diabetes-2025/diabetes-weights.yaml",
    "toothache-2027/toothache-criteria.yaml", "toothache-2027/toothache-envelope.yaml",
    "toothache-2027/toothache-members.yaml", "toothache-2027/toothache-options.yaml",
    "toothache-2027/toothache-round.yaml", "toothache-2027/toothache-weights.yaml",
]

/// The files of the exemplar's governance.
let exemplarGovernance: [String] = [
    "accountability.yaml", "committee-ltc.yaml", "committee-pccc.yaml", "meeting-pccc-4.yaml", "meeting-pccc-6.yaml",
    "millrace.md", "redactions.yaml", "register.yaml", "rights.yaml", "toothache.md",
]

/// The files of the exemplar's needs assessment.
let exemplarAssessments: [String] = [
    "assessment-teeth.yaml", "decay-by-fifth.json", "decay.json", "reach.json",
]

let pureAdapters: [Target] = [
    module("Workers", on: ["Vocabulary"]),
    module("Solver", on: ["Vocabulary", "Methods", "Workers"]),
    module("Engines", on: ["Vocabulary", "CAdbc", "Workers"]),
    module("Parquet", on: ["Vocabulary", "Tabular", "Activity", "Engines"]),
    .executableTarget(
        name: "Bench",
        dependencies: ["Vocabulary", "Tabular", "Methods", "Solver", "Activity", "Engines", "Parquet", "Exemplar"],
        swiftSettings: settings),
    module(
        "Exemplar", on: ["Vocabulary", "Tabular", "Methods", "Contracts"],
        resources: exemplarRounds.map { .embedInCode("Rounds/\($0)") }
            + exemplarGovernance.map { .embedInCode("Governance/\($0)") }
            + exemplarAssessments.map { .embedInCode("Assessments/\($0)") }),
    module(
        "Pages",
        on: [
            "Vocabulary", "Tabular", "Rulebook", "Methods", "Markup", "Organisations", "Needs", "Contracts",
            "Priorities", "Governance", "Access", "Assessments", "Challenges", "Performance",
        ],
        resources: [.embedInCode("Definitions/remit.css")]),
]

let adapters: [Target] = [
    module("Digests", on: ["Vocabulary", .product(name: "Crypto", package: "swift-crypto")]),
    module(
        "Credentials",
        on: [
            "Vocabulary", .product(name: "Crypto", package: "swift-crypto"),
            .product(name: "CryptoExtras", package: "swift-crypto"),
        ]),
    module("Transfer", on: ["Vocabulary", "CTransfer"]),
    module(
        "OpenID",
        on: [
            "Vocabulary", "Access", "Digests", "Credentials", "Transfer",
            .product(name: "JWTKit", package: "jwt-kit"),
        ]),
    module("Mail", on: ["Vocabulary", "Transfer"]),
    module(
        "Files",
        on: [
            "Vocabulary", "Tabular", "CArchive", "CXlsxWriter",
            .product(name: "Yams", package: "Yams"),
        ]),
    module(
        "Store",
        on: [
            "Vocabulary", "Tabular", "Rulebook", "Methods", "Organisations", "Needs", "Contracts", "Priorities",
            "Governance", "Access", "Notices", "Assessments", "Activity", "Challenges", "Performance", "Digests",
            "Credentials",
            .product(name: "GRDB", package: "GRDB.swift"),
            .product(name: "GRDBSQLite", package: "GRDB.swift"),
        ],
        resources: [
            .embedInCode("Migrations/m0001_journal.sql"), .embedInCode("Migrations/m0002_dental_contracts.sql"),
            .embedInCode("Migrations/m0003_priority_rounds.sql"), .embedInCode("Migrations/m0004_governance.sql"),
            .embedInCode("Migrations/m0005_access.sql"), .embedInCode("Migrations/m0006_openid.sql"),
            .embedInCode("Migrations/m0007_outbox.sql"), .embedInCode("Migrations/m0008_directory.sql"),
            .embedInCode("Migrations/m0009_needs.sql"), .embedInCode("Migrations/m0010_assessments.sql"),
            .embedInCode("Migrations/m0011_activity.sql"), .embedInCode("Migrations/m0012_reference.sql"),
            .embedInCode("Migrations/m0013_challenges.sql"), .embedInCode("Migrations/m0014_performance.sql"),
            .embedInCode("Migrations/m0015_challenge_detail.sql"),
            .embedInCode("Migrations/m0016_challenge_record.sql"), .embedInCode("Migrations/m0017_cost_withdrawal.sql"),
        ]),
    module(
        "Publication",
        on: [
            "Vocabulary", "Tabular", "Rulebook", "Methods", "Needs", "Priorities", "Governance", "Markup", "Pages",
            "Digests", "Files", "Store", "Solver",
        ]),
    module(
        "Imports",
        on: [
            "Vocabulary", "Tabular", "Rulebook", "Methods", "Organisations", "Needs", "Contracts", "Activity",
            "Challenges", "Performance", "Digests",
            "Files", "Store", "Workers", "Engines", "Parquet",
        ]),
    module(
        "CLI",
        on: [
            "Vocabulary", "Tabular", "Rulebook", "Methods", "Organisations", "Needs", "Contracts", "Priorities",
            "Governance", "Assessments",
            "Access", "Activity", "Challenges", "Performance", "Store", "Workers", "Solver", "Engines", "Parquet",
            "Files", "Digests", "Imports", "Publication",
            .product(name: "GRDB", package: "GRDB.swift"),
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ]),
    module(
        "Web",
        on: [
            "Vocabulary", "Tabular", "Rulebook", "Methods", "Organisations", "Needs", "Contracts", "Priorities",
            "Governance", "Access", "Notices", "Assessments", "Activity", "Challenges", "Performance", "Engines",
            "Pages",
            "Markup", "Digests", "Credentials", "OpenID", "Mail", "Store", "Files", "Imports", "Publication",
            .product(name: "Hummingbird", package: "hummingbird"),
            .product(name: "Logging", package: "swift-log"),
        ],
        resources: [.embedInCode("Definitions/api-tables.csv")]),
    .executableTarget(
        name: "BareServer",
        dependencies: [
            .product(name: "Hummingbird", package: "hummingbird"),
            .product(name: "Logging", package: "swift-log"),
        ],
        swiftSettings: settings),
    .executableTarget(
        name: "remit",
        dependencies: [
            "Vocabulary", "Digests", "CLI", "Web", "Store", "Files", "Exemplar", "Contracts", "Priorities",
            "Governance", "Access", "Assessments", "Activity", "Challenges",
            "Performance", "Pages", "Rulebook", "Tabular", "Imports", "Engines", "Publication", "OpenID", "Mail",
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ],
        swiftSettings: settings),
]

let pureTests: [Target] = [
    tests(of: "Vocabulary"),
    tests(of: "Tabular", with: ["Vocabulary"]),
    tests(of: "Rulebook", with: ["Vocabulary", "Tabular"]),
    tests(of: "Methods", with: ["Vocabulary"]),
    tests(of: "Solver", with: ["Vocabulary", "Methods", "Workers", "Bench"]),
    tests(of: "Engines", with: ["Vocabulary", "Workers", "Bench"]),
    tests(of: "Parquet", with: ["Vocabulary", "Activity", "Engines", "Exemplar"]),
    tests(of: "Markup"),
    tests(of: "Organisations", with: ["Vocabulary", "Tabular"]),
    tests(of: "Needs", with: ["Vocabulary", "Tabular", "Rulebook", "Methods"]),
    tests(of: "Assessments", with: ["Vocabulary", "Tabular"]),
    tests(of: "Contracts", with: ["Vocabulary", "Tabular", "Rulebook", "Methods"]),
    tests(of: "Priorities", with: ["Vocabulary", "Tabular", "Rulebook", "Methods"]),
    tests(of: "Governance", with: ["Vocabulary", "Tabular", "Rulebook", "Methods"]),
    tests(of: "Access", with: ["Vocabulary", "Tabular", "Rulebook"]),
    tests(of: "Notices", with: ["Vocabulary"]),
    tests(of: "Activity", with: ["Vocabulary", "Tabular", "Exemplar"]),
    tests(of: "Challenges", with: ["Vocabulary", "Tabular", "Rulebook"]),
    tests(of: "Performance", with: ["Vocabulary", "Tabular", "Rulebook", "Methods"]),
    tests(of: "Exemplar", with: ["Vocabulary", "Tabular", "Contracts"]),
    tests(
        of: "Pages",
        with: [
            "Vocabulary", "Tabular", "Rulebook", "Methods", "Markup", "Organisations", "Needs", "Contracts",
            "Priorities",
            "Governance", "Access", "Assessments", "Challenges", "Performance",
        ]),
    .testTarget(name: "PackageRulesTests", dependencies: ["TestSupport"], swiftSettings: settings),
]

let adapterTests: [Target] = [
    tests(of: "Digests", with: ["Vocabulary"]),
    tests(of: "Credentials", with: ["Vocabulary"]),
    tests(of: "Transfer", with: ["Vocabulary"]),
    tests(
        of: "OpenID",
        with: [
            "Vocabulary", "Access", "Digests", "Credentials", "Transfer",
            .product(name: "Crypto", package: "swift-crypto"),
            .product(name: "CryptoExtras", package: "swift-crypto"),
        ]),
    tests(of: "Mail", with: ["Vocabulary", "Transfer"]),
    tests(of: "Files", with: ["Vocabulary", "Tabular", "Rulebook", "Priorities", "Governance", "Exemplar"]),
    tests(
        of: "Store",
        with: [
            "Vocabulary", "Tabular", "Rulebook", "Organisations", "Needs", "Contracts", "Priorities", "Governance",
            "Access", "Exemplar", "Notices", "Assessments", "Activity", "Challenges", "Performance", "Digests",
            "Credentials",
            .product(name: "GRDB", package: "GRDB.swift"),
        ]),
    tests(
        of: "Publication",
        with: [
            "Vocabulary", "Tabular", "Rulebook", "Methods", "Priorities", "Governance", "Markup", "Pages", "Digests",
            "Files", "Store", "Solver", "Exemplar",
        ]),
    tests(
        of: "Imports",
        with: [
            "Vocabulary", "Tabular", "Rulebook", "Methods", "Organisations", "Needs", "Contracts", "Exemplar", "Files",
            "Store", "Digests", "Activity", "Challenges", "Performance", "Engines",
        ]),
    tests(
        of: "CLI",
        with: [
            "Vocabulary", "Tabular", "Store", "Organisations", "Needs", "Contracts", "Priorities", "Governance",
            "Access", "Files", "Assessments",
            "Rulebook", "Exemplar", "Digests", "Imports", "Activity", "Challenges", "Performance", "Engines",
            .product(name: "GRDB", package: "GRDB.swift"),
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ]),
    tests(
        of: "Web",
        with: [
            "Vocabulary", "Tabular", "Rulebook", "Methods", "Organisations", "Needs", "Contracts", "Priorities",
            "Governance", "Access", "Exemplar", "Pages", "Notices", "Assessments", "Markup", "Digests", "Files",
            "OpenID", "Mail",
            "Transfer", "Store", "Imports", "Publication", "Activity", "Challenges", "Performance", "Engines",
            .product(name: "Hummingbird", package: "hummingbird"),
            .product(name: "Logging", package: "swift-log"),
        ]),
]

let support: [Target] = [
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings)
]

let allTests: [Target] = pureTests + (pure ? [] : adapterTests)
let chosenTests: [Target] = allTests.filter { target in
    only.map { $0.contains(String(target.name.dropLast("Tests".count))) } ?? true
}

/// The modules that a module rests on, its own name among them.
func closure(of name: String, among targets: [Target]) -> Set<String> {
    guard let target = targets.first(where: { $0.name == name }) else { return [] }
    var names: Set<String> = [name]
    for dependency in target.dependencies {
        switch dependency {
        case .byNameItem(let name, _), .targetItem(let name, _):
            if !names.contains(name) { names.formUnion(closure(of: name, among: targets)) }
        default: continue
        }
    }
    return names
}

let allSources: [Target] =
    systemLibraries + kernels + engineInterfaces + (pure ? [] : transfers) + ground + domain + pureAdapters
    + (pure ? [] : adapters)
    + support
let chosenSources: [Target] = allSources.filter { target in
    guard only != nil else { return true }
    return chosenTests.contains { closure(of: $0.name, among: allSources + chosenTests).contains(target.name) }
}

let libraries: [Product] = (ground + domain).map { .library(name: $0.name, targets: [$0.name]) }

let package = Package(
    name: "remit",
    products: only != nil
        ? []
        : libraries + [.executable(name: "bench", targets: ["Bench"])]
            + (pure
                ? []
                : [
                    .executable(name: "remit", targets: ["remit"]),
                    .executable(name: "bare-server", targets: ["BareServer"]),
                ]),
    dependencies: pure
        ? []
        : [
            .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
            .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
            .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
            .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
            .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
            .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
            .package(url: "https://github.com/vapor/jwt-kit", exact: "5.7.1"),
        ],
    targets: chosenSources + chosenTests,
    swiftLanguageModes: [.v6]
)
