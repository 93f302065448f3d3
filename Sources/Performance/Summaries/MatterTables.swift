public import Tabular
public import Vocabulary

/// The tables of matters of contracts.
public enum MatterTables {
    /// All matters with what waits for whom on a day.
    ///
    /// - Parameter path: of a matter's page; nil where there are no pages.
    public static func list(
        _ matters: [ContractMatter], on day: Day, path: ((Slug) -> String)? = nil
    ) -> Table {
        var table = Table(
            key: "matters", caption: "Matters of contracts",
            columns: [
                .init("matter", "Matter"), .init("provider", "Provider"), .init("route", "About"),
                .init("subject", "Subject"), .init("state", "State"), .init("since", "Since"),
                .init("waitsFor", "Waits for"), .init("next", "Next"), .init("due", "Due"),
                .init("isOverdue", "Overdue"), .init("withheldPence", "Withheld"),
            ])
        for matter in matters {
            let waiting = matter.waiting
            table.append([
                path.map { .link(matter.id.description, path: $0(matter.id)) } ?? .text(matter.id.description),
                .text(matter.provider.description), .text(matter.route.inWords),
                .text(matter.subject), .text(matter.state.inWords),
                .optional(matter.steps.last?.on, else: "none"),
                .optional(waiting?.party.rawValue, else: "nobody"), .optional(waiting?.what, else: "nothing"),
                .optional(waiting?.by, else: "no day"), .flag(waiting?.isOverdue(on: day) ?? false),
                .money(matter.withheld),
            ])
        }
        return table
    }

    /// The steps of one matter, its milestones and what is held back.
    public static func all(of matter: ContractMatter) -> [Table] {
        [milestones(of: matter), withholdings(of: matter), steps(of: matter)]
    }

    /// Each act on it, with the state that it led to.
    public static func steps(of matter: ContractMatter) -> Table {
        var table = Table(
            key: "steps", caption: "Steps of “\(matter.id)”",
            columns: [
                .init("on", "Day"), .init("act", "Act"), .init("state", "State"), .init("words", "What came of it"),
            ])
        for step in matter.steps {
            table.append([.day(step.on), .text(step.act), .text(step.state.inWords), .text(step.words)])
        }
        return table
    }

    private static func milestones(of matter: ContractMatter) -> Table {
        var table = Table(
            key: "milestones", caption: "Milestones of the \(matter.route.planName)",
            columns: [
                .init("milestone", "Milestone"), .init("what", "What is to be done"), .init("due", "Due"),
                .init("met", "Met"), .init("missed", "Reported as missed"),
            ])
        for milestone in matter.milestones {
            table.append([
                .text(milestone.id.description), .text(milestone.what), .day(milestone.due),
                .optional(milestone.metOn, else: "not met"), .optional(milestone.missedOn, else: "no"),
            ])
        }
        return table
    }

    /// What was held back for its milestones, and what became of it.
    public static func withholdings(of matter: ContractMatter) -> Table {
        var table = Table(
            key: "withholdings", caption: "Money withheld",
            columns: [
                .init("milestone", "Milestone"), .init("month", "Month"), .init("amountPence", "Withheld"),
                .init("monthlyValuePence", "Actual Monthly Value"), .init("share", "Of it"), .init("on", "Day"),
                .init("settlement", "Then"), .init("settledOn", "Settled"), .init("rate", "Per cent a year"),
                .init("interestPence", "Interest"),
            ],
            notes: matter.withholdings.contains { $0.interest != nil }
                ? [
                    "Interest is simple, by days of a year of 365 from the day of withholding to the day of repayment, in "
                        + "whole pence, halves up, for each amount withheld."
                ] : [])
        for one in matter.withholdings {
            table.append([
                .text(one.milestone.description), .month(one.month), .money(one.amount), .money(one.monthlyValue),
                .optional(Share(one.amount, of: one.monthlyValue), else: "none"), .day(one.on),
                .optional(one.settlement?.rawValue, else: "withheld"), .optional(one.settledOn, else: "not yet"),
                one.rateHundredths.map { .number(Double($0) / 100, places: 2) } ?? .absent("none"),
                .optional(one.interest, else: "none"),
            ])
        }
        return table
    }
}
