import Vocabulary

/// Tables of reference that speak of single rows: the national record of care and what was done in emergency care, for
/// whole providers' months from the first on and two million rows at most; and what is known of single patients.
struct RowTables {
    private static let most = 1_950_000

    private let market: InventedMarket
    private let months: Int
    /// How many providers' months, in the order of the patient-level file.
    private let covered: Int

    init(market: InventedMarket, groups: Int, months: Int, to files: inout ActivityFiles) {
        self.market = market
        self.months = months
        let slices = InventedMarket.billing * months
        covered = (0...slices).last { 3 * (($0 * groups + slices - 1) / slices) <= RowTables.most } ?? 0
        files.start(.sus, "provider,financialYear,financialMonth,cdsIdentifier", ending: "\n")
        files.start(.emergency, "provider,cdsIdentifier,investigations", ending: "\n")
        files.start(.deaths, "patient,diedOn", ending: "\n")
        files.start(.approvals, "approval,provider,patient,tariff,approvedFrom,approvedTo", ending: "\n")
        files.start(.pathways, "provider,patient,startOn,endOn", ending: "\n")
        files.start(.recoverable, "provider,cdsIdentifier,reason", ending: "\n")
    }

    func covers(_ provider: Int, _ month: Int) -> Bool {
        provider < InventedMarket.billing && provider * months + month - 1 < covered
    }

    /// Records a row, if its provider's month is covered.
    func add(_ row: BilledRow, fault: PlantedFault?, to files: inout ActivityFiles) {
        guard covers(row.provider, row.month) else { return }
        let provider = market.providers[row.provider].code
        if fault != .unrecorded { files.add("\(provider),202526,\(row.month),\(row.record)", to: .sus) }
        if fault == .unbilled {
            let place = files.add("\(provider),202526,\(row.month),\(row.record)U", to: .sus)
            files.plant("CC21", 0, at: place, of: .sus)
        }
        if let investigations = row.investigations {
            files.add("\(provider),\(row.record),\(investigations)", to: .emergency)
        }
    }

    func add(_ notes: InventedCare.Notes, to files: inout ActivityFiles) {
        guard !notes.isEmpty else { return }
        for line in notes.deaths { files.add(line, to: .deaths) }
        for line in notes.approvals { files.add(line, to: .approvals) }
        for line in notes.pathways { files.add(line, to: .pathways) }
        for line in notes.recoverable { files.add(line, to: .recoverable) }
    }
}
