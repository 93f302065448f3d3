public import Vocabulary

/// Records that the joint activity review, or the joint investigation, is done, and what it found.
///
/// Refused: a matter that is not in review (`step-not-due`), and no finding (`text-missing`).
public struct CompleteReview: MatterAct {
    public static let name = "completeReview"

    public var matter: Slug
    public var on: Day
    public var finding: String

    public init(matter: Slug, on: Day, finding: String) {
        (self.matter, self.on, self.finding) = (matter, on, finding)
    }

    public func decide(
        _ before: MatterBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> ContractMatter {
        let start = try before.found(matter)
        try refuseBlank(finding, "What the review found")
        return try start.stepping(
            Self.name, to: .reviewed, on: on, "\(start.route.reviewName.capitalisedFirst) done: \(finding)", at: moment)
    }
}
