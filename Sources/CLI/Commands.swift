package import ArgumentParser

/// Every command that the command line has of its own; the executable adds those that need the web or the exemplar.
package enum Commands {
    package static let all: [any ParsableCommand.Type] = [
        InitCommand.self, ImportCommand.self, PositionCommand.self, ForecastCommand.self, MovableCommand.self,
        SpendByCommand.self, InertiaCommand.self, ConcentrationCommand.self, CheckCommand.self,
        LettersCommand.self, RulesCommand.self, CalcCommand.self, MethodsCommand.self,
        ProblemsCommand.self, SourcesCommand.self, ContractCommand.self, WorkingCommand.self, VerifyCommand.self,
        RoundCommand.self, DecisionCommand.self, InterestCommand.self, CommitteeCommand.self, MeetingCommand.self,
        AccountabilityCommand.self, UserCommand.self, OrganisationsCommand.self, IndicatorsCommand.self,
        AssessmentCommand.self, CareAccessCommand.self, ActivityCommand.self, CquinCommand.self,
        PublishCommand.self,
        BackupCommand.self, RestoreCommand.self,
        SolverWorkerCommand.self, EngineWorkerCommand.self, ActivityWorkerCommand.self,
    ]
}
