import Tabular
public import Vocabulary

/// The list of bank holidays as people keep it: `date`, `name`, `note`.
public enum BankHolidaysFile {
    /// - Throws: `Refusal` of kind `input`, code `bad-definitions`, with every fault of the file.
    public static func read(_ bytes: [UInt8], named name: String) throws(Refusal) -> [BankHoliday] {
        try Definitions.read(bytes, named: name, columns: ["date", "name", "note"]) { row in
            guard let day = row.day("date"), let title = row.required("name") else { return nil }
            return BankHoliday(day: day, name: title, note: row.text("note"))
        }
    }
}

extension WorkingDays {
    /// The working days by the bank holidays that GOV.UK publishes for England and Wales, 2012 to 2028.
    public static let shipped: WorkingDays = {
        do {
            let bytes = PackageResources.bank_holidays_csv
            return try WorkingDays(holidays: BankHolidaysFile.read(bytes, named: "bank-holidays.csv"))
        } catch {
            preconditionFailure("the bank holidays that come with Remit are at fault: \(error)")
        }
    }()
}
