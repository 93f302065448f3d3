/// The rules on the register of interests, gifts and hospitality.
extension GovernanceRuleID {
    public static let declareWithin = "governance.interests.declareWithin"
    public static let reviewEvery = "governance.interests.reviewEvery"
    public static let reviewEveryTwiceYearly = "governance.interests.reviewEveryTwiceYearly"
    public static let reviewNotice = "governance.interests.reviewNotice"
    public static let publishAfterExpiry = "governance.interests.publishAfterExpiry"
    public static let keepAfterExpiry = "governance.interests.keepAfterExpiry"
    public static let cashIsDeclined = "governance.gifts.cashIsDeclined"
    public static let promotionalUpTo = "governance.gifts.promotionalUpTo"
    public static let othersLimit = "governance.gifts.othersLimit"
    public static let othersAtLimit = "governance.gifts.othersAtLimit"
    public static let othersOverLimit = "governance.gifts.othersOverLimit"
    public static let accumulateOver = "governance.gifts.accumulateOver"
    public static let publishGiftsFor = "governance.gifts.publishFor"
    public static let hospitalityDeclareFrom = "governance.hospitality.declareFrom"
    public static let hospitalityApprovalOver = "governance.hospitality.approvalOver"
    public static let travelIsDeclared = "governance.travel.isDeclared"
}
