public import Vocabulary

extension InterestKind {
    /// As the registers have it: `Non-financial professional`.
    public var title: String {
        switch self {
        case .financial: "Financial"
        case .nonFinancialProfessional: "Non-financial professional"
        case .nonFinancialPersonal: "Non-financial personal"
        case .indirect: "Indirect"
        }
    }
}

extension Declaration {
    /// `Direct`, or `Indirect (spouse)`.
    public var directness: String {
        kind == .indirect ? "Indirect (\(relationship ?? "relationship not told"))" : "Direct"
    }
}

extension Declaration.Situation {
    public var title: String {
        switch self {
        case .outsideEmployment: "Outside employment"
        case .shareholding: "Shareholding"
        case .patent: "Patent"
        case .loyalty: "Loyalty interest"
        case .donation: "Donation"
        case .sponsoredEvent: "Sponsored event"
        case .sponsoredResearch: "Sponsored research"
        case .sponsoredPost: "Sponsored post"
        case .clinicalPrivatePractice: "Clinical private practice"
        case .ownership: "Ownership"
        case .directorship: "Directorship"
        case .other: "Other"
        }
    }
}

extension Gift.Kind {
    public var title: String {
        switch self {
        case .gift: "Gift"
        case .cash: "Cash"
        case .voucher: "Voucher"
        case .hospitality: "Hospitality"
        case .travel: "Travel or accommodation"
        case .sponsoredEvent: "Sponsored event"
        case .donation: "Donation"
        }
    }
}

extension Breach.Effect {
    public var inWords: String {
        switch self {
        case .stands: "The decision stands"
        case .retaken: "The decision was taken again"
        case .toBeRetaken: "The decision is to be taken again"
        case .noneTouched: "No decision was touched"
        }
    }
}
