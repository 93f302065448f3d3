import Access
import Pages

/// Bundles of challenges, what they cost, and notices: read by who may see contracts, worked on by who challenges bills.
extension Site {
    static func challenges(_ routes: inout RouteList) {
        let (reads, edits) = (Entry.holding(.readContracts), Entry.holding(.editActivity))
        routes.page("/activity/bundles", entry: reads, isKept: true) { try BundleAnswers.all($0) }
        routes.page("/activity/bundles/:bundle", entry: reads, isKept: true) { try BundleAnswers.one($0) }
        let one = "/activity/bundles/:bundle"
        routes.document("\(one)/letter.docx", entry: reads) { try BundleAnswers.letter($0) }
        routes.file("\(one)/rows.xlsx", entry: reads) { try BundleAnswers.rows($0) }
        routes.file("\(one)/digest.json", entry: reads) { try BundleAnswers.digests($0) }
        routes.asking("\(one)/send", entry: edits) { try BundleFormAnswers.sending($0, $1) }
        routes.asking("\(one)/answers", entry: edits, limits: SheetAsking.limits) {
            try BundleSheetAnswers.answers($0, $1)
        }
        routes.asking("\(one)/conclude", entry: edits) { try BundleFormAnswers.concluding($0, $1) }
        routes.asking("\(one)/conclusions", entry: edits, limits: SheetAsking.limits) {
            try BundleSheetAnswers.conclusions($0, $1)
        }
        routes.asking("\(one)/credit", entry: edits) { try BundleFormAnswers.crediting($0, $1) }
        routes.asking("\(one)/dispute", entry: edits) { try BundleFormAnswers.disputing($0, $1) }
        routes.asking("\(one)/settle", entry: edits) { try BundleFormAnswers.settling($0, $1) }
        routes.asking("\(one)/close", entry: edits) { try BundleFormAnswers.closing($0, $1) }
        let costs = "/activity/costs"
        routes.page("/activity/costs", entry: reads, isKept: true) { try CostAnswers.all($0) }
        routes.asking("\(costs)/new", entry: edits) { try CostAnswers.adding($0, $1) }
        routes.asking("\(costs)/file", entry: edits, limits: SheetAsking.limits) { try CostAnswers.list($0, $1) }
        routes.asking("\(costs)/:cost/withdraw", entry: edits) { try CostAnswers.withdrawing($0, $1) }
        routes.page("/activity/notices", entry: reads, isKept: true) { try NoticeAnswers.all($0) }
        routes.asking("/activity/notices/new", entry: edits) { try NoticeAnswers.beginning($0, $1) }
        routes.page("/activity/notices/:matter", entry: reads, isKept: true) { try NoticeAnswers.one($0) }
        for step in NoticeDeed.Step.allCases {
            routes.asking("/activity/notices/:matter/\(step.rawValue)", entry: edits) {
                try NoticeAnswers.step(step, $0, $1)
            }
        }
    }
}
