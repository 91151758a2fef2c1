using System;
using System.Linq;
using Google.OrTools.Sat;

namespace Kam.Rules.Tests.Structure;

/// <summary>The same question to an exact solver (OR-Tools CP-SAT), in hundredths of an hour.</summary>
internal static class ExactBalance
{
    internal static double Cost(RandomPortfolio portfolio)
    {
        var model = new CpModel();
        var managers = portfolio.Managers;
        var accounts = portfolio.Accounts;
        var holds = new BoolVar[accounts.Length, managers.Length];
        for (var account = 0; account < accounts.Length; account++)
        {
            for (var manager = 0; manager < managers.Length; manager++)
            {
                holds[account, manager] = model.NewBoolVar("");
                var isHome = managers[manager].Id == accounts[account].PortfolioId;
                if (!isHome && !RandomPortfolio.Fits(managers[manager], accounts[account])) model.Add(holds[account, manager] == 0);
            }

            model.AddExactlyOne(Enumerable.Range(0, managers.Length).Select(manager => holds[account, manager]));
        }

        var cost = LinearExpr.NewBuilder();
        var moves = LinearExpr.NewBuilder();
        for (var manager = 0; manager < managers.Length; manager++)
        {
            var load = LinearExpr.NewBuilder();
            var count = LinearExpr.NewBuilder();
            var receives = model.NewBoolVar("");
            for (var account = 0; account < accounts.Length; account++)
            {
                load.AddTerm(holds[account, manager], Hundredths(accounts[account].Hours));
                count.AddTerm(holds[account, manager], 1);
                if (managers[manager].Id == accounts[account].PortfolioId) continue;
                moves.AddTerm(holds[account, manager], 1);
                cost.AddTerm(holds[account, manager], Hundredths(accounts[account].HandoverHours));
                model.AddImplication(holds[account, manager], receives);
            }

            model.Add(count <= managers[manager].MaximumAccounts).OnlyEnforceIf(receives);
            var distance = model.NewIntVar(0, 100_000_000, "");
            var fair = Hundredths(portfolio.FairShare(managers[manager]));
            model.Add(distance >= load - fair);
            model.Add(distance >= fair - load);
            cost.AddTerm(distance, 1);
        }

        model.Add(moves <= portfolio.MostMoves);
        model.Minimize(cost);
        var solver = new CpSolver { StringParameters = "num_search_workers:2 max_time_in_seconds:60" };
        var status = solver.Solve(model);
        return status == CpSolverStatus.Optimal ? solver.ObjectiveValue / 100d : throw new InvalidOperationException($"The exact solver ended with {status}.");
    }

    private static long Hundredths(decimal hours) => (long)Math.Round(hours * 100m);
}
