public import ArgumentParser
public import Challenges
public import Performance

// How answers, steps of disputes and what becomes of money withheld are written on the command line.

extension ProposeConclusions.Choice.Answer: ExpressibleByArgument {}
extension DisputeStep.Kind: ExpressibleByArgument {}
extension ContractMatter.Settlement: ExpressibleByArgument {}
