import Methods
import Vocabulary

/// A provider that states the same months twice: the second time a month's rows may be dearer, cheaper, new or gone, which
/// is a fault only where the month had been frozen by then.
struct InventedRestatement {
    private static let block = 25
    /// So that no patient is one of the monthly files'.
    private static let firstGroup = 400_000_000

    private enum Change: Int { case dearer, cheaper, new, gone }

    let market: InventedMarket
    let random: RandomStream
    /// About so many in each file.
    let rows: Int
    let months: Int

    func write<Failure: Error>(
        to files: inout ActivityFiles, _ part: (ExemplarActivity.File, [UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        files.start(.restatedFirst, MonitoringText.patientLevelHeader)
        files.start(.restatedAgain, MonitoringText.patientLevelHeader)
        // Nine in ten rows have a record, by which they are known again.
        let groups = rows * 2 / 5
        // After all months but the last were frozen.
        let again = MonitoringText.created(months).adding(days: 20)
        var number = 0
        for group in 0..<groups {
            let month = group * months / groups + 1
            var invented = InventedCare(
                market: market, random: random, group: InventedRestatement.firstGroup + group,
                provider: InventedMarket.restating, month: month, fault: nil, isVaried: false)
            let change = Change(rawValue: random.substream(-1 - group).first(below: InventedRestatement.block))
            for (index, row) in invented.rows().enumerated() {
                guard !row.record.isEmpty else { continue }
                let changed = index == 1 ? change : nil
                if changed != .new {
                    var before = row
                    if changed == .dearer { before.bill(row.cost.pence - 500) }
                    if changed == .cheaper { before.bill(row.cost.pence + 500) }
                    write(before, &invented.draws, .restatedFirst, &files)
                }
                guard changed != .gone else { continue }
                var after = row
                after.created = again
                write(after, &invented.draws, .restatedAgain, &files)
                number += 1
                guard let changed, again > InventedMarket.freeze(month) else { continue }
                switch changed {
                case .dearer: files.plant("CC24", 500, at: number + 1, of: .restatedAgain)
                case .cheaper: files.plant("CC24", 0, at: number + 1, of: .restatedAgain)
                case .new: files.plant("CC23", row.cost.pence, at: number + 1, of: .restatedAgain)
                case .gone: break
                }
            }
            if group % 4_096 == 0 { try files.handOn(over: 1 << 20, part) }
        }
    }

    private func write(
        _ row: BilledRow, _ draws: inout Draws, _ file: ExemplarActivity.File, _ files: inout ActivityFiles
    ) {
        MonitoringText.write(row, spoilt: nil, market: market, random: &draws, into: &files[file])
    }
}
