/// The four kinds of interest of NHS England's guidance on managing conflicts of interest.
public enum InterestKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Money or its avoidance: director, owner, partner, shareholder, employee, secondary income.
    case financial
    /// Career, reputation or standing: an advocate, a member of a specialist body, a research post.
    case nonFinancialProfessional
    /// A personal benefit that is neither money nor career: a charity, a campaign, a condition.
    case nonFinancialPersonal
    /// One of the three held by somebody close.
    case indirect
}
