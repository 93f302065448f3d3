import GRDB

/// The tables' history: plain SQL files, numbered without a gap and frozen once shipped.
enum Migrations {
    static let files: [(name: String, sql: [UInt8])] = [
        ("m0001_journal", PackageResources.m0001_journal_sql),
        ("m0002_dental_contracts", PackageResources.m0002_dental_contracts_sql),
        ("m0003_priority_rounds", PackageResources.m0003_priority_rounds_sql),
        ("m0004_governance", PackageResources.m0004_governance_sql),
        ("m0005_access", PackageResources.m0005_access_sql),
        ("m0006_openid", PackageResources.m0006_openid_sql),
        ("m0007_outbox", PackageResources.m0007_outbox_sql),
        ("m0008_directory", PackageResources.m0008_directory_sql),
        ("m0009_needs", PackageResources.m0009_needs_sql),
        ("m0010_assessments", PackageResources.m0010_assessments_sql),
        ("m0011_activity", PackageResources.m0011_activity_sql),
        ("m0012_reference", PackageResources.m0012_reference_sql),
        ("m0013_challenges", PackageResources.m0013_challenges_sql),
        ("m0014_performance", PackageResources.m0014_performance_sql),
        ("m0015_challenge_detail", PackageResources.m0015_challenge_detail_sql),
        ("m0016_challenge_record", PackageResources.m0016_challenge_record_sql),
        ("m0017_cost_withdrawal", PackageResources.m0017_cost_withdrawal_sql),
    ]

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for (name, sql) in files {
            migrator.registerMigration(name) { db in
                try db.execute(sql: String(decoding: sql, as: UTF8.self))
            }
        }
        return migrator
    }
}
