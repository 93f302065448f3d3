import Vocabulary

/// One line of a patient-level bill, before it is written.
struct BilledRow {
    var provider: Int
    var month: Int
    /// The day of the submission.
    var created: Day
    var practice: InventedMarket.Practice
    /// The place of the commissioner of where the patient lives; nil where it is blank.
    var residence: Int?
    /// "" until it is known who pays.
    var commissioner = ""
    var patient: String
    var group: Int
    var age: Int
    var category = "12"
    var service = InventedMarket.noService
    var pointOfDelivery = ""
    var detail = ""
    var function = ""
    /// Blank where the price is local.
    var tariff = ""
    /// A tariff of that provider's own.
    var isLocal = false
    var start: Day
    var end: Day
    var spell = ""
    var attendance = ""
    /// Blank where the care is in no commissioning data set.
    var record = ""
    /// True where the national record of care has the row; only rows that a reader keeps.
    var isInSUS = true
    /// Of an attendance in emergency care.
    var investigations: Int?
    /// Ten-thousandths.
    var count = 10_000
    /// Ten-thousandths of a pound.
    var unitPrice = 0
    var cost = Money.zero
    var words = 0

    /// What `count` of them cost at a price in pence.
    mutating func bill(_ pence: Int, count: Int = 1) {
        unitPrice = pence * 100
        self.count = count * 10_000
        cost = Money(pence: pence * count)
    }
}
