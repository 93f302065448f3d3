/// The files of rules that come with Remit, byte for byte: kept beside what was decided by them.
public enum ShippedFiles {
    /// See `RulebookFile`.
    public static var rulebook: [UInt8] { PackageResources.dental_csv }
    /// See `BankHolidaysFile`.
    public static var bankHolidays: [UInt8] { PackageResources.bank_holidays_csv }
}
