import Vocabulary

/// The committee that decides the example's round, its meeting, and what is then recorded.
extension RoundStartFiles {
    /// People have the short names that they have on the panel.
    var register: String {
        """
        # Who decides, and what they have declared: remit interest enter governance/register.yaml
        people:
        \(person("chair", "Name of the chair", "Lay chair"))
            nothingToDeclareOn: \(startsAt.day)
        \(person("clinician", "Name of the clinician", "Community clinician"))
            declarations:
              - id: evenings
                kind: financial
                situation: outsideEmployment
                description: Would be paid for the evening sessions
                counterparty: V0001
                arose: \(startsAt.day)
                declaredOn: \(startsAt.day)
        \(person("public-health", "Name of the consultant", "Consultant in public health"))
            nothingToDeclareOn: \(startsAt.day)
        \(person("patients", "Name of the representative", "Patients’ representative"))
            nothingToDeclareOn: \(startsAt.day)

        """
    }

    private func person(_ id: String, _ name: String, _ post: String) -> String {
        """
          - person: \(id)
            name: \(name)
            knownFrom: \(firstDay)
            posts: [{title: \(post), from: \(firstDay)}]
            decisionMaking: [{why: votes on the committee, from: \(firstDay)}]
        """
    }

    private var firstDay: Day { startsAt.day.financialYear.firstDay }

    /// It may spend what the example's options cost.
    var committee: String {
        """
        # Who decides, and how many must be there: remit committee enter governance/committee.yaml
        committee: \(name)-committee
        title: The committee that may decide this
        body: \(commissioner?.description ?? "QWX")
        formedOn: \(firstDay)
        members:
          - {person: chair, roles: [lay], office: chair}
          - {person: clinician, roles: [clinical]}
          - {person: public-health, roles: [public-health], office: viceChair}
          - {person: patients, roles: [lay]}
        terms:
          - from: \(firstDay)
            quorum: {all: [{atLeast: 3}, {atLeast: 1, of: {roles: [lay]}}]}
            hasCastingVote: true
            papersDays: 5
            mandates: [{matter: \(name), upTo: "£1,000,000"}]
            citation: Terms of reference, section 6

        """
    }

    /// Everything at one moment: times are for whoever edits it.
    var meeting: String {
        """
        # After the result and the ballot, when the committee has met: remit meeting run later/meeting.yaml
        # Or step by step in the room, with a laptop: remit meeting plan, open, take, move, vote, close-item, close.
        meeting: \(name)-meeting
        committees: [\(name)-committee]
        startsAt: \(startsAt)
        place: Where you meet
        papers: {on: \(startsAt.day), reasonForLate: "Why they went out late, if they did"}
        # Write at: "10:05" beside an event to say when it was.
        agenda:
          - id: round
            title: What comes first?
            purpose: decide
            subject: {round: \(name)}
            matter: \(name)
            amount: "£182,000"
            touches: [{organisation: V0001, part: evening-clinic, how: would run the clinic}]
        events:
          - do: openMeeting
            present: [chair, clinician, public-health, patients]
            chairs: [{committee: \(name)-committee, person: chair}]
          - {do: handleInterest, item: round, member: clinician, chair: chair, parts: [evening-clinic], option: leaves}
          - {do: takeItem, item: round}
          - do: moveMotion
            motion:
              id: go-ahead
              item: round
              parts: [home-visits, school-programme]
              text: To fund visits at home and prevention in schools.
              amount: "£182,000"
              reasons: Why they are funded.
              considered: [the two options, the evening clinic in place of one of them]
              mover: patients
              seconder: public-health
          - do: castVotes
            motion: go-ahead
            votes:
              - {voter: chair, choice: for}
              - {voter: clinician, choice: for}
              - {voter: public-health, choice: for}
              - {voter: patients, choice: abstain}
          - {do: closeVote, motion: go-ahead}
          - {do: leaveMeeting, person: clinician, item: round}
          - do: moveMotion
            motion:
              id: not-now
              item: round
              parts: [evening-clinic]
              asks: reject
              text: Not to fund the evening clinic.
              amount: £0
              reasons: Why it is not.
              considered: [the clinic]
              mover: public-health
              seconder: patients
          - do: castVotes
            motion: not-now
            votes:
              - {voter: chair, choice: for}
              - {voter: public-health, choice: for}
              - {voter: patients, choice: for}
          - {do: closeVote, motion: not-now}
          - {do: closeItem, item: round}
          - {do: joinMeeting, person: clinician}
          - {do: closeMeeting}

        """
    }

    var decision: String {
        """
        # After the meeting: remit decision record \(name) later/decision.yaml
        # outcome is funded (for something that is stopped: it is done), notFunded or deferred; each with its reason.
        # The day, the body and the votes are those of the meeting.
        meeting: \(name)-meeting
        outcomes:
          - {option: home-visits, outcome: funded, reason: Why it is funded.}
          - {option: school-programme, outcome: funded, reason: Why it is funded.}
          - {option: evening-clinic, outcome: notFunded, reason: Why it is not.}

        """
    }
}
