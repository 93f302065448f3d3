/// The files of rules that come with Remit, byte for byte: kept beside what was decided by them.
public enum ShippedFiles {
    /// The rules of dental contracts; see `RulebookFile`.
    public static var rulebook: [UInt8] { PackageResources.dental_csv }
    /// The rules of priority rounds; see `RulebookFile`.
    public static var priorityRules: [UInt8] { PackageResources.priorities_csv }
    /// The rules of interests, committees and meetings; see `RulebookFile`.
    public static var governanceRules: [UInt8] { PackageResources.governance_csv }
    /// The rules of need, rates and access to care; see `RulebookFile`.
    public static var needsRules: [UInt8] { PackageResources.needs_csv }
    /// The rules of what providers bill; see `RulebookFile`.
    public static var activityRules: [UInt8] { PackageResources.activity_csv }
    /// The rules of contracts against their plan and of quality schemes; see `RulebookFile`.
    public static var performanceRules: [UInt8] { PackageResources.performance_csv }
    /// The rules of challenges to providers' bills; see `RulebookFile`.
    public static var challengeRules: [UInt8] { PackageResources.challenges_csv }
    /// See `BankHolidaysFile`.
    public static var bankHolidays: [UInt8] { PackageResources.bank_holidays_csv }
}
