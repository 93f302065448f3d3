public import Markup
public import Vocabulary

/// Where it is kept who decides and who answers to whom.
public enum RightsDeed: Hashable, Sendable {
    /// The rights and questions as their keeper sees them.
    case keeping
    case record
    case amend(Slug), end(Slug)
    /// A scheme of delegation is taken in from a file.
    case scheme
    /// Who answers to whom, as the keeper sees it.
    case keepingEdges
    case draw
    case amendEdge(Slug), endEdge(Slug)

    public var path: String {
        switch self {
        case .keeping: "/who-decides/keep"
        case .record: "/who-decides/rights/new"
        case .amend(let right): "/who-decides/rights/\(right)/amend"
        case .end(let right): "/who-decides/rights/\(right)/end"
        case .scheme: "/who-decides/scheme"
        case .keepingEdges: "/accountability/keep"
        case .draw: "/accountability/edges/new"
        case .amendEdge(let edge): "/accountability/edges/\(edge)/amend"
        case .endEdge(let edge): "/accountability/edges/\(edge)/end"
        }
    }

    public var destination: Destination {
        guard let destination = Destination(path) else { preconditionFailure("no path: \(path)") }
        return destination
    }
}
