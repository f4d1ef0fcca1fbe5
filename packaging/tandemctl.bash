# SPDX-FileCopyrightText: Tandem developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of tandemctl for bash.

_tandemctl() {
    local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD - 1]}"
    local verbs="new import suggest-map report plan export check backup history undo redo help"
    local kinds="leads touches stages campaigns costs deals content audience"
    local formats="--format --json --help"
    COMPREPLY=()

    if ((COMP_CWORD == 1)); then
        mapfile -t COMPREPLY < <(compgen -W "$verbs --help --version" -- "$current")
        return
    fi
    case "$previous" in
        --kind | --what) mapfile -t COMPREPLY < <(compgen -W "$kinds" -- "$current"); return ;;
        --format) mapfile -t COMPREPLY < <(compgen -W "text json csv" -- "$current"); return ;;
        --model) mapfile -t COMPREPLY < <(compgen -W "first last linear u w decay markov recorded" -- "$current"); return ;;
        --view) mapfile -t COMPREPLY < <(compgen -W "cohort snapshot flow" -- "$current"); return ;;
        --map | --to | --rejected) mapfile -t COMPREPLY < <(compgen -f -- "$current"); return ;;
    esac

    local verb="${COMP_WORDS[1]}" options=""
    case "$verb" in
        new) options="--sample --name --currency --time-zone --as-of $formats" ;;
        import) options="--kind --map --rejected --dry-run $formats" ;;
        suggest-map) options="--kind $formats" ;;
        report) options="--from --to --as-of --where --view --within --cohort-stage --steps --to-stage --model --lookback --half-life $formats" ;;
        plan) options="--revenue --from --to --history-from --history-to --as-of --rate --deal-size --share $formats" ;;
        export) options="--what --to $formats" ;;
        backup) options="--to $formats" ;;
        history) options="--most $formats" ;;
        check | undo | redo) options="$formats" ;;
        help)
            mapfile -t COMPREPLY < <(compgen -W "$verbs formats" -- "$current")
            return
            ;;
    esac
    if [[ "$current" == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
    elif [[ "$verb" == report ]] && ((COMP_CWORD == 3)); then
        mapfile -t COMPREPLY < <(compgen -W "funnel stage-times touches responses return pipeline traits pressure" -- "$current")
    else
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
    fi
}
complete -o filenames -F _tandemctl tandemctl
