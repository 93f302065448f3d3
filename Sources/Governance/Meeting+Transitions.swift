extension Meeting {
    /// From which state to which a meeting may go, and by which act.
    public static let transitions: [(from: State, by: String, to: State)] = [
        (.planned, SendPapers.name, .papersOut), (.planned, OpenMeeting.name, .open),
        (.planned, CancelMeeting.name, .cancelled), (.papersOut, OpenMeeting.name, .open),
        (.papersOut, CancelMeeting.name, .cancelled), (.open, CloseMeeting.name, .closed),
    ]
}

extension Proceeding {
    /// From which state to which an item may go, and by which act.
    public static let transitions: [(from: State, by: String, to: State)] = [
        (.waiting, TakeItem.name, .taken), (.waiting, TakeItem.name, .stopped),
        (.waiting, WithdrawItem.name, .withdrawn), (.waiting, DeferItem.name, .closed),
        (.waiting, ReferItem.name, .closed), (.waiting, CloseMeeting.name, .closed),
        (.taken, LeaveMeeting.name, .stopped), (.taken, HandleInterest.name, .stopped),
        (.taken, CloseVote.name, .stopped), (.taken, DecideByConsensus.name, .stopped),
        (.taken, CloseItem.name, .closed), (.taken, DeferItem.name, .closed), (.taken, ReferItem.name, .closed),
        (.stopped, TakeItem.name, .taken), (.stopped, DeferItem.name, .closed), (.stopped, ReferItem.name, .closed),
    ]
}
