import Access

// Every act of access is kept and done again in the same way: see `AccessAct+Stored`. A test holds this list against
// `AccessActs.all`.

extension AddAccount: ReplayedAct {}
extension ActivateAccount: ReplayedAct {}
extension ChangeAccountName: ReplayedAct {}
extension ChangeEmail: ReplayedAct {}
extension SuspendAccount: ReplayedAct {}
extension RestoreAccount: ReplayedAct {}
extension CloseAccount: ReplayedAct {}
extension GrantRole: ReplayedAct {}
extension WithdrawRole: ReplayedAct {}
extension LinkPerson: ReplayedAct {}
extension UnlinkPerson: ReplayedAct {}
extension TakeSeat: ReplayedAct {}
extension LeaveSeat: ReplayedAct {}
