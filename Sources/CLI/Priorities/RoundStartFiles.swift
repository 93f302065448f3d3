import Priorities
import Store
import Vocabulary

/// The example files of `remit round start`.
struct RoundStartFiles {
    let name: Slug
    let firstYear: FinancialYear
    /// When the meeting of the example begins.
    let startsAt: Moment
    var commissioner: OrganisationCode?
    var commissionerName: String?
    /// Spend and money from the contract data; nil where the example's own stand.
    var money: MovableEnvelope?

    init(name: Slug, firstYear: FinancialYear, startsAt: Moment) {
        self.name = name
        self.firstYear = firstYear
        self.startsAt = startsAt
    }

    private var years: [FinancialYear] { money?.years ?? [firstYear, firstYear.next] }

    /// What is there when the round begins, and under `later/` what comes after the anchors have closed.
    var all: [(path: String, text: String)] {
        [
            ("round.yaml", round), ("envelope.yaml", money?.yaml ?? envelope), ("criteria.yaml", criteria),
            ("options.yaml", options), ("members.yaml", RoundStartFiles.members),
            ("later/weights.yaml", RoundStartFiles.weights), ("later/advice.yaml", RoundStartFiles.advice),
            ("governance/register.yaml", register), ("governance/committee.yaml", committee),
            ("later/meeting.yaml", meeting), ("later/decision.yaml", decision),
        ]
    }

    private var round: String {
        let holder = commissionerName.map { " (\($0))" } ?? ""
        let spend =
            money?.spendLines ?? [
                "    - {title: Community clinics, amount: \"£1,900,000\", movable: \"£200,000\", source: Budget book}"
            ]
        return """
            # What the round is about. Short names are small letters, digits and hyphens.
            round: \(name)
            title: What comes first?
            programme:
              title: \(RoundSkeletons.quoted("The programme\(holder)"))
            \(commissioner.map { "  commissioner: \($0)\n" } ?? "")  # Today's spend; the cost-value picture compares with it.
              spend:
            \(spend.joined(separator: "\n"))
            # whole: a score is for all that an option does. perPerson: for one person, times people times chance.
            benefit: whole
            # How a decision may be appealed against, counted from its publication.
            appeals: {address: "Where appeals are sent", days: 28}
            settings: {seed: 1}

            """
    }

    private var envelope: String {
        """
        # Recurrent money pays for anything; nonRecurrent and slippage pay only for what ends.
        years:
          - year: \(years[0])
            sources:
              - {title: A contract that ended, kind: recurrent, amount: "£200,000"}
              - {title: Expected under-delivery, kind: slippage, amount: "£40,000"}
          - year: \(years[1])
            sources:
              - {title: A contract that ended, kind: recurrent, amount: "£200,000"}
        # Recurrent money that joins only from a day.
        locks:
          - {id: tied, title: A contract that still runs, amount: "£60,000", until: \(years[1].firstDay)}
        # What any set of options keeps to: ringFenceLeast, ringFenceMost, capitalMost (limit); workforceMost, optionsLeast,
        # optionsMost (number); exclusive, prerequisite, forcedIn, forcedOut (options).
        rules:
          - {id: prevention, title: "At least £50,000 a year for prevention", kind: ringFenceLeast, tag: prevention, limit: "£50,000"}

        """
    }

    private var criteria: String {
        """
        # What options are judged by, never by cost. Anchors fix what a figure means before anybody scores; what changes
        # nothing is worth 0, for the benefits of options are added up.
        criteria:
          - id: health
            title: Health gained
            meaning: Illness and pain prevented.
            scale:
              unit: points
              anchors:
                - {at: 0, value: 0, meaning: nothing that could be measured}
                - {at: 5, value: 50, meaning: a clear gain for hundreds of people}
                - {at: 10, value: 100, meaning: a clear gain for thousands}
          - id: wait
            title: Weeks until it helps
            meaning: From the decision to the first person who is better for it; less is better.
            scale:
              unit: weeks
              outside: cut
              anchors:
                - {at: 4, value: 100, meaning: within a month}
                - {at: 52, value: 0, meaning: within a year}

        """
    }

    private var options: String {
        func costs(_ recurrent: String, _ oneOff: String? = nil) -> String {
            years.enumerated().map { place, year in
                let once = place == 0 ? oneOff.map { ", oneOff: \"\($0)\"" } ?? "" : ""
                return "      \(year): {recurrent: \"\(recurrent)\"\(once)}"
            }.joined(separator: "\n")
        }
        return """
            # What could be done with the money, or undone to free it: kind is invest, stop, changeProvider or reduce.
            # Of what is undone, write the money freed with a minus; members score what would be lost.
            # rung is systematic, localData, expert or experience.
            options:
              - id: home-visits
                title: Visits at home
                summary: A nurse visits people who cannot come.
                costs:
            \(costs("£90,000", "£12,000"))
                workforce: 2.5
                whoBenefits: People who cannot leave home
                evidence:
                  - {claim: Fewer urgent transfers in a pilot., rung: localData, citation: Our pilot}
              - id: school-programme
                title: Prevention in schools
                costs:
            \(costs("£80,000"))
                tags: [prevention]
              - id: evening-clinic
                title: Evening clinic
                costs:
            \(costs("£110,000"))

            """
    }

    private static let members = """
        # Names and declarations are kept apart from the record, which knows members by short name and role.
        members:
          - {id: chair, role: lay chair, kind: lay, name: Name of the chair, isChair: true}
          - {id: clinician, role: community clinician, kind: clinical, name: Name of the clinician}
          - {id: public-health, role: consultant in public health, kind: publicHealth, name: Name of the consultant}
          - {id: patients, role: patients’ representative, kind: lay, name: Name of the representative}
        # A member is left out of the options that an interest touches, not of the round.
        interests:
          - id: works-evenings
            member: clinician
            kind: financial
            options: [evening-clinic]
            nature: Would be paid for the evening sessions.
            declaration: "I would work two of the evenings."

        """

    private static let weights = """
        # After: remit round close ROUND anchors. Then: remit round weights ROUND later/weights.yaml
        # Each member in the way that suits: swing, rankOrder, pairwise, bestWorstLinear, bestWorstNonlinear, partial.
        weights:
          - member: chair
            given:
              - method: swing
                swings: [{criterion: health, points: 100}, {criterion: wait, points: 30}]
          - member: clinician
            given:
              - method: partial
                claims: [{kind: between, first: health, second: wait, low: 2, high: 4}]

        """

    private static let advice = """
        # At any time before the decision: remit round advice ROUND later/advice.yaml
        # adviser (and who, of a representation) is published: an office or a group. A name goes under person.
        advice:
          - option: school-programme
            adviser: consultant in public health
            advised: Begin with the most deprived schools.
            interest: none declared
            isFollowed: true
            reason: It costs no more.
            day: 2026-01-15
        representations: []

        """
}
