public import Markup
public import Vocabulary

/// Where the register of interests is kept: the pages of one's own entries, and those of who keeps it; the forms on a
/// page are sent to the page's own address.
public enum RegisterDeed: Hashable, Sendable {
    case mine, declare, gift, confirm, nothing
    /// Of one's own entries, by short name.
    case amend(Slug), end(Slug), withhold(Slug), withholdGift(Slug)
    /// The register as it is kept, and one person's entries in it.
    case keeping
    case person(Slug)
    /// Somebody is entered, or left.
    case enter
    /// A register as a body keeps it in a spreadsheet.
    case upload
    /// Texts whose time is over.
    case retention
    case leave(Slug)
    /// What somebody holds: a post, a tie, a part in decisions; and the end of one of them.
    case post(Slug), tie(Slug), deciding(Slug), endHolding(Slug)
    case approve(Slug, Slug), decideWithholding(Slug, Slug), decideWithholdingGift(Slug, Slug)
    case breach(Slug), settle(Slug, Slug)

    public var path: String {
        switch self {
        case .mine: "/my-interests"
        case .declare: "/my-interests/declare"
        case .gift: "/my-interests/gift"
        case .confirm: "/my-interests/confirm"
        case .nothing: "/my-interests/nothing"
        case .amend(let entry): "/my-interests/entries/\(entry)/amend"
        case .end(let entry): "/my-interests/entries/\(entry)/end"
        case .withhold(let entry): "/my-interests/entries/\(entry)/withhold"
        case .withholdGift(let entry): "/my-interests/gifts/\(entry)/withhold"
        case .keeping: "/register"
        case .person(let person): "/register/\(person)"
        case .enter: "/register/add"
        case .upload: "/register/upload"
        case .retention: "/register/retention"
        case .leave(let person): "/register/\(person)/leaving"
        case .post(let person): "/register/\(person)/post"
        case .tie(let person): "/register/\(person)/tie"
        case .deciding(let person): "/register/\(person)/deciding"
        case .endHolding(let person): "/register/\(person)/end"
        case .approve(let person, let entry): "/register/\(person)/entries/\(entry)/approve"
        case .decideWithholding(let person, let entry): "/register/\(person)/entries/\(entry)/withholding"
        case .decideWithholdingGift(let person, let entry): "/register/\(person)/gifts/\(entry)/withholding"
        case .breach(let person): "/register/\(person)/breach"
        case .settle(let person, let breach): "/register/\(person)/breaches/\(breach)/settle"
        }
    }

    public var destination: Destination {
        guard let destination = Destination(path) else { preconditionFailure("no path: \(path)") }
        return destination
    }
}
