public import Vocabulary

extension AccessRules {
    /// True where an account may perform an act of access on a day: so that nobody gives or takes what is beyond them.
    ///
    /// A role is given and taken by who administers its commissioner. An account is added by any administrator, and
    /// otherwise changed by who administers every place at which it holds a role or will; one without a role by any
    /// administrator. Its holder may activate it, and change its name and e-mail address. Reading and deciding are apart:
    /// the act may still be refused.
    public func mayPerform(
        _ act: any AccessAct, as visitor: Account, in book: AccessBook, on day: Day
    ) -> Bool {
        let isOwn = act.account == visitor.id
        // An invited account holds nothing yet, and opens itself.
        if isOwn, act is ActivateAccount { return true }
        if isOwn, act is ChangeAccountName || act is ChangeEmail {
            return maySomewhere(visitor, .manageOwnAccount, on: day)
        }
        let reach = reach(of: visitor, .administer, on: day)
        guard !reach.isNowhere else { return false }
        switch act {
        case let act as GrantRole: return reach.covers(act.commissioner)
        case let act as WithdrawRole: return reach.covers(act.commissioner)
        default:
            let grants = book.accounts[act.account]?.grants.filter { $0.stands(on: day) } ?? []
            return grants.allSatisfy { reach.covers($0.commissioner) }
        }
    }
}
