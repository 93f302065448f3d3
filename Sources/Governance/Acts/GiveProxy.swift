public import Vocabulary

/// Gives a member's vote to another to cast, where the terms allow it; it counts only while that other is present.
public struct GiveProxy: MeetingEvent {
    public static let name = "giveProxy"
    public static let doing = "give a proxy"
    public static let states: [Meeting.State] = [.planned, .papersOut, .open]

    public var meeting: Slug
    public var principal: Slug
    public var holder: Slug
    /// Nil for the whole meeting.
    public var item: Slug?
    public var at: Moment?

    public init(meeting: Slug, principal: Slug, holder: Slug, item: Slug? = nil, at: Moment? = nil) {
        self.meeting = meeting
        self.principal = principal
        self.holder = holder
        self.item = item
        self.at = at
    }

    /// - Throws: `own-proxy`, `no-such-item`, `proxies-not-allowed`, `not-voting-member`, `proxy-twice` where the holder
    ///   has given a proxy away or holds one of somebody who has.
    public func change(
        _ meeting: inout Meeting, from before: GovernanceBefore, at moment: Moment
    ) throws(Refusal) {
        guard principal != holder else {
            throw Refusal(
                .usage, code: "own-proxy", "“\(principal)” needs no proxy for one's own vote.",
                remedy: "Name another member.")
        }
        if let item { try meeting.requireItem(item) }
        var isAllowed = false
        var isVoting = false
        for id in meeting.committees {
            let terms = try before.book.termsInForce(id, on: meeting.day)
            let held = before.book.committees[id]?.memberships.filter {
                $0.isVoting && $0.deputyFor == nil && $0.holds(on: meeting.day)
            }
            let people = held?.map(\.person) ?? []
            isAllowed = isAllowed || terms.allowsProxies
            isVoting = isVoting || (terms.allowsProxies && people.contains(principal) && people.contains(holder))
        }
        guard isAllowed else {
            throw Refusal(
                .rule, code: "proxies-not-allowed", "The terms of reference allow no proxies.",
                remedy: "Send a deputy where they allow one.")
        }
        guard isVoting else {
            throw Refusal(
                .rule, code: "not-voting-member",
                "“\(principal)” and “\(holder)” are not both voting members of a committee that allows proxies.",
                remedy: "A vote goes from one voting member to another.")
        }
        guard !meeting.proxies.contains(where: { $0.proxy.principal == holder || $0.proxy.holder == principal })
        else {
            throw Refusal(
                .rule, code: "proxy-twice",
                "A vote is passed on once: “\(holder)” gave a proxy, or “\(principal)” holds one.",
                remedy: "Give it to a member who votes for nobody else's proxy.")
        }
        meeting.proxies.append(
            Meeting.ProxyGiven(proxy: Proxy(principal: principal, holder: holder), item: item, at: moment))
    }
}
