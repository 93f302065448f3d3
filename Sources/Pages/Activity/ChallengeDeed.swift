public import Markup
public import Vocabulary

/// Where bundles of challenges, and what they cost, are read and worked on.
public enum ChallengeDeed: Hashable, Sendable {
    case bundles
    case bundle(Slug)
    /// What goes to the provider; no pages.
    case letter(Slug), rows(Slug), digests(Slug)
    case send(Slug), answers(Slug), conclude(Slug), credit(Slug), dispute(Slug), settle(Slug), close(Slug)
    /// Conclusions in a list that is sent as a file.
    case conclusions(Slug)
    case costs, newCost
    /// Costs in a list that is sent as a file.
    case costsFile
    /// By its number on the record.
    case withdrawCost(Int)

    public static let root = "/activity/bundles"
    private static let costsRoot = "/activity/costs"

    public var path: String {
        func of(_ id: Slug, _ rest: String) -> String { "\(ChallengeDeed.root)/\(id)/\(rest)" }
        switch self {
        case .bundles: return ChallengeDeed.root
        case .bundle(let id): return "/activity/bundles/\(id)"
        case .letter(let id): return of(id, "letter.docx")
        case .rows(let id): return of(id, "rows.xlsx")
        case .digests(let id): return of(id, "digest.json")
        case .send(let id): return of(id, "send")
        case .answers(let id): return of(id, "answers")
        case .conclude(let id): return of(id, "conclude")
        case .conclusions(let id): return of(id, "conclusions")
        case .credit(let id): return of(id, "credit")
        case .dispute(let id): return of(id, "dispute")
        case .settle(let id): return of(id, "settle")
        case .close(let id): return of(id, "close")
        case .costs: return ChallengeDeed.costsRoot
        case .newCost: return "\(ChallengeDeed.costsRoot)/new"
        case .costsFile: return "\(ChallengeDeed.costsRoot)/file"
        case .withdrawCost(let number): return "\(ChallengeDeed.costsRoot)/\(number)/withdraw"
        }
    }

    /// True for what has a table to take away.
    var isTable: Bool {
        switch self {
        case .bundles, .bundle, .costs: true
        default: false
        }
    }

    public var destination: Destination { Route.challenges(self).destination() }
}
